using Plus.Kernel.Modules;

namespace Plus.Shared.Obligations.Bans;

/// <summary>How long data of the people whom a ban protects are kept.</summary>
internal static class BanRetention
{
    /// <summary>Protected addresses and the people a ban names: from the day the section was closed or annulled, an address
    /// from the day it was released where that is earlier.</summary>
    public static RetentionClass OfProtected { get; } =
        new(
            "protectedAddress",
            """
            SELECT p.id AS record_id, s.client_id, k.number::text AS label,
                   least(p.ended_on, coalesce(s.annulled_on, s.closed_on)) AS since
            FROM (SELECT a.id, a.section_id, a.ended_on FROM obligations.protected_address a
                  UNION ALL SELECT n.obligation_id, n.section_id, NULL FROM obligations.avoided_people n) p
            JOIN cases.section s ON s.id = p.section_id
            JOIN cases.client_case k ON k.id = s.case_id
            """
        )
        {
            Erase =
            [
                "DELETE FROM obligations.ban_conflict WHERE ban_id = @record",
                "DELETE FROM obligations.protected_address WHERE id = @record",
                "DELETE FROM obligations.avoided_people WHERE obligation_id = @record",
            ],
        };

    /// <summary>They go whole with the supervised person as well: a point on the map is no text.</summary>
    public static readonly ErasureRule[] Rules =
    [
        new("obligations.protected_address") { Delete = true },
        new("obligations.avoided_people") { Delete = true },
        new("obligations.ban_conflict") { Delete = true },
    ];
}
