using Plus.Kernel.Modules;

namespace Plus.Functions.Mediation;

/// <summary>How long the room keeps its records.</summary>
internal static class MediationRetention
{
    /// <summary>Victims' data, from the day the process was closed or annulled.</summary>
    public static RetentionClass OfVictims { get; } =
        new(
            "victim",
            """
            SELECT v.section_id AS record_id, s.client_id, k.number::text AS label,
                   coalesce(s.annulled_on, s.closed_on) AS since
            FROM mediation.victim v
            JOIN cases.section s ON s.id = v.section_id
            JOIN cases.client_case k ON k.id = s.case_id
            """
        )
        {
            Erase = ["DELETE FROM mediation.victim WHERE section_id = @record"],
        };
}
