using Plus.Kernel.Modules;

namespace Plus.Shared.Cases.Erasing;

/// <summary>How long a client's case is kept, and what of it stays for the figures.</summary>
internal static class CaseErasure
{
    /// <summary>From the closing (or annulment) of the last section; while one is open, and before the first, no time runs.</summary>
    public static readonly RetentionClass Kept = new(
        "case",
        """
        SELECT c.id AS record_id, c.id AS client_id, k.number::text AS label, max(coalesce(s.annulled_on, s.closed_on)) AS since
        FROM clients.client c
        JOIN cases.client_case k ON k.client_id = c.id
        JOIN cases.section s ON s.client_id = c.id
        WHERE c.merged_into IS NULL
        GROUP BY c.id, k.number
        HAVING bool_and(s.closed_on IS NOT NULL OR s.annulled_on IS NOT NULL)
        """
    )
    {
        WholePerson = true,
    };

    public static readonly ErasureRule[] Rules =
    [
        new("cases.client_case")
        {
            Set = new Dictionary<string, string> { ["number"] = "left('x' || md5(id::text), 20)" },
        },
    ];
}
