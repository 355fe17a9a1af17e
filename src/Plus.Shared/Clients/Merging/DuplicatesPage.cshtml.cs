using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Merging;

/// <summary>Possible duplicates within reach: those to be decided, and those decided.</summary>
[RequiresPermission(ClientPermissions.Duplicates)]
internal sealed class DuplicatesPage(PlusDb db, StaffAccessor staff, ViewLog views) : PageModel
{
    private const int Rows = 25;

    public DuplicateState State { get; private set; }

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public bool More { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] string? state,
        [FromQuery(Name = "page")] int? number,
        CancellationToken ct
    )
    {
        State = state switch
        {
            "different" => DuplicateState.Different,
            "merged" => DuplicateState.Merged,
            _ => DuplicateState.Open,
        };
        Number = Math.Clamp(number ?? 1, 1, 10_000);
        var reached = db.ClientsWithin(staff.Current, ClientPermissions.Duplicates);
        var pairs = db.Set<PossibleDuplicate>().Where(d => d.State == State);
        pairs =
            State == DuplicateState.Merged
                ? pairs.Where(d => reached.Any(c => c.Id == d.KeptId))
                : pairs.Where(d => reached.Any(c => c.Id == d.FirstId) && reached.Any(c => c.Id == d.SecondId));
        var found = await (
            from d in pairs
            join f in db.Set<Client>() on d.FirstId equals f.Id
            join s in db.Set<Client>() on d.SecondId equals s.Id
            orderby d.Id
            select new Pair(
                d.Id,
                d.FirstId,
                d.SecondId,
                f.Surname + " " + f.GivenName,
                s.Surname + " " + s.GivenName,
                f.BirthDate,
                s.BirthDate,
                d.Reason
            )
        )
            .Skip((Number - 1) * Rows)
            .Take(Rows + 1)
            .ToListAsync(ct);
        More = found.Count > Rows;
        Pairs = [.. found.Take(Rows)];
        await views.ListAsync(ClientPermissions.Duplicates, Pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }), ct);
    }

    /// <summary>A pair in the list.</summary>
    internal sealed record Pair(
        Guid Id,
        ClientId FirstId,
        ClientId SecondId,
        string First,
        string Second,
        DateOnly FirstBorn,
        DateOnly SecondBorn,
        string Reason
    );
}
