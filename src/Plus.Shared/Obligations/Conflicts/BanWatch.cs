using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>
/// Holds what stands in the records against the bans, so that no way in is forgotten: what comes by a message, from the
/// earlier system or by a changed site of a host is refused nowhere, and the conflict waits for who knows the ban.
/// Looking again finds nothing new.
/// </summary>
internal sealed class BanWatch(
    PlusDb db,
    StaffAccessor staff,
    Processes processes,
    BanAsking asking,
    IEnumerable<PlaceSource> sources,
    CurrentRules rules,
    PlusClock clock
)
{
    public static readonly ProcessType Found = new("obligations.banConflictFound");
    public static readonly ProcessType Over = new("obligations.banConflictOver");

    private const int AtOnce = 500;

    /// <returns>How many conflicts were found, told to another person or are over.</returns>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        var metres = (await rules.ReadAsync(ct)).Parameters.Get(ParameterCodes.BanDistanceMetres, clock.Today);
        using var itself = staff.AsSystem("obligations.bans");
        var clients = await HeldBans.ClientsAsync(db, ct);
        var changed = 0;
        var met = new HashSet<Guid>();
        foreach (var some in clients.Chunk(AtOnce))
        {
            changed += await LookAsync(some, metres.WholeNumber, met, ct);
        }

        return changed + await EndAsync(met, ct);
    }

    private async Task<int> LookAsync(ClientId[] clients, int metres, HashSet<Guid> still, CancellationToken ct)
    {
        var bans = await HeldBans.OfAsync(db, clients, metres, ct);
        var known = await db.Set<BanConflict>().Where(c => clients.Contains(c.ClientId)).ToListAsync(ct);
        var changed = 0;
        foreach (var source in sources)
        {
            foreach (var place in await source.OfAsync(clients, clock.Today, ct))
            {
                if (place.IsEmpty || !bans.TryGetValue(place.Client, out var held))
                {
                    continue;
                }

                foreach (var met in held.Meet(place))
                {
                    var conflict = known.Find(c => c.BanId == met.Ban && c.Mark == place.Mark);
                    if (conflict is null)
                    {
                        conflict = new BanConflict(place.Client, met.Section, met.Obligation, met.Ban, clock.Now);
                        conflict.Of(place.Where, place.Mark);
                        db.Add(conflict);
                        known.Add(conflict);
                    }

                    changed += await TellAsync(conflict, met, ct) ? 1 : 0;
                    still.Add(conflict.Id);
                }
            }
        }

        return changed;
    }

    // Waits for whoever is to be asked now: they may have left since.
    private async Task<bool> TellAsync(BanConflict conflict, BanMet met, CancellationToken ct)
    {
        if (conflict.Verdict == BanConflict.Gone)
        {
            conflict.Return(clock.Now);
        }

        if (conflict.Waits)
        {
            conflict.Ask((await asking.WhoAsync(met, mustReach: true, ct))?.Id);
        }

        return db.ChangeTracker.HasChanges() && await CommitAsync(Found, conflict, ct);
    }

    private async Task<int> EndAsync(HashSet<Guid> still, CancellationToken ct)
    {
        var waiting = await db.Set<BanConflict>().Where(c => c.SettledAt == null).ToListAsync(ct);
        var over = 0;
        foreach (var conflict in waiting.Where(c => !still.Contains(c.Id)))
        {
            conflict.Settle(BanConflict.Gone, null, clock.Now);
            over += await CommitAsync(Over, conflict, ct) ? 1 : 0;
        }

        return over;
    }

    private async Task<bool> CommitAsync(ProcessType type, BanConflict conflict, CancellationToken ct) =>
        (
            await processes.CommitAsync(
                new ProcessStart(type)
                {
                    Client = conflict.ClientId,
                    Section = conflict.SectionId,
                    Subject = conflict.Id,
                    Values = new Dictionary<string, object?> { ["where"] = conflict.Place },
                },
                ct
            )
        ).Done;
}
