using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>A host employer that can take a client on the day.</summary>
public sealed record HostFound(
    HostEmployerId Id,
    string Name,
    string? Address,
    string Office,
    string ContractNo,
    DateOnly? Until
);

/// <summary>Finds host employers by a part of the name or address whose contract is in force on a day; own office's first.</summary>
internal sealed class HostSearch(PlusDb db)
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<HostFound>> FindAsync(
        string? typed,
        DateOnly day,
        OfficeId? office,
        CancellationToken ct
    )
    {
        var pattern = "%" + Escaped((typed ?? "").Trim()) + "%";
        var found = await (
            from h in db.Set<HostEmployer>()
            join c in db.Set<HostContract>() on h.Id equals c.HostEmployerId
            join o in db.Set<Office>() on h.OfficeId equals o.Id
            where
                c.From <= day
                && (c.To == null || c.To >= day)
                && (EF.Functions.ILike(h.Name, pattern) || EF.Functions.ILike(h.Address ?? "", pattern))
            orderby h.OfficeId == office descending, h.Name, c.From
            select new HostFound(h.Id, h.Name, h.Address, o.Name, c.Number, c.To)
        )
            .AsNoTracking()
            .Take(Shown * 2)
            .ToListAsync(ct);
        return [.. found.DistinctBy(h => h.Id).Take(Shown)];
    }

    private static string Escaped(string typed) =>
        typed
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
