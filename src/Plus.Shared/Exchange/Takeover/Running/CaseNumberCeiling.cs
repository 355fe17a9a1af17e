using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>Lets the running part of case numbers begin above those of this year that the old system gave.</summary>
internal static class CaseNumberCeiling
{
    public static async Task RaiseAsync(PlusDb db, DateOnly today, CancellationToken ct)
    {
        var pattern = $"^{today.Year:0000}-\\d{{6,9}}$";
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT setval('cases.case_number', n.highest)
            FROM (SELECT max(substr(number, 6)::bigint) AS highest FROM cases.client_case WHERE number ~ {pattern}) n,
                 cases.case_number s
            WHERE n.highest > s.last_value
            """,
            ct
        );
    }
}
