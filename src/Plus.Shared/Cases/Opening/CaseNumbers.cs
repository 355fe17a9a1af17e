using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;

namespace Plus.Shared.Cases.Opening;

/// <summary>Gives permanent case numbers: the year and a running number that is never used twice.</summary>
public sealed class CaseNumbers(PlusDb db)
{
    public async Task<string> NextAsync(DateOnly today, CancellationToken ct)
    {
        var next = await db
            .Database.SqlQuery<long>($"SELECT nextval('cases.case_number') AS \"Value\"")
            .SingleAsync(ct);
        return $"{today.Year:0000}-{next:000000}";
    }
}
