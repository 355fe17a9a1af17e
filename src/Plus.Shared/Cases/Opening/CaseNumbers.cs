using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;

namespace Plus.Shared.Cases.Opening;

/// <summary>Gives permanent case numbers: the year and a running number that is never used twice.</summary>
public sealed class CaseNumbers(PlusDb db)
{
    public async Task<string> NextAsync(DateOnly today, CancellationToken ct)
    {
        return (await NextAsync(1, today, ct)).Dequeue();
    }

    /// <summary>So many numbers at once. Those not used are lost, which leaves gaps and harms nothing.</summary>
    public async Task<Queue<string>> NextAsync(int count, DateOnly today, CancellationToken ct)
    {
        var next = await db
            .Database.SqlQuery<long>(
                $"SELECT nextval('cases.case_number') AS \"Value\" FROM generate_series(1, {count})"
            )
            .ToListAsync(ct);
        return new(next.Select(n => $"{today.Year:0000}-{n:000000}"));
    }
}
