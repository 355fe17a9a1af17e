using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Access.StatingPurpose;

/// <summary>Keeps for what a client outside the own caseload is opened.</summary>
internal sealed class StatePurposeHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Stated = new("access.purposeStated") { Kind = EventKind.Consult };

    /// <summary>What can be stated about a record within one's reach.</summary>
    public static IReadOnlyList<string> Purposes { get; } =
    [
        "clientCame",
        "colleague",
        "management",
        "assignment",
        "dataMending",
        "requestOfAuthority",
        "quality",
        "complaint",
        "safety",
    ];

    /// <summary>The purposes with the one this person stated last first.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        var last = await db.Set<StatedPurpose>()
            .Where(p => p.StaffId == me)
            .OrderByDescending(p => p.StatedAt)
            .Select(p => p.Purpose)
            .FirstOrDefaultAsync(ct);
        return last is null ? Purposes : [.. Purposes.Where(p => p == last), .. Purposes.Where(p => p != last)];
    }

    /// <summary>The number of the case and nothing else, for a client within reach; null when there is no such client.</summary>
    public async Task<RecordToOpen?> FindAsync(ClientId client, CancellationToken ct) =>
        await db.Set<Client>()
            .Where(c => c.Id == client && c.MergedInto == null)
            .Select(c => new RecordToOpen(
                db.Set<Case>().Where(k => k.ClientId == c.Id).Select(k => k.Number).FirstOrDefault()
            ))
            .FirstOrDefaultAsync(ct);

    public async Task<Outcome<Unit>> StateAsync(ClientId client, string purpose, CancellationToken ct)
    {
        if (staff.Current.Id is not { } me || await FindAsync(client, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (!Purposes.Contains(purpose))
        {
            return new PurposeUnknown();
        }

        var stated = new StatedPurpose(me, client, purpose, clock.Now);
        db.Add(stated);
        return await processes.CommitAsync(
            new ProcessStart(Stated)
            {
                Client = client,
                Subject = stated.Id,
                Values = new Dictionary<string, object?> { ["purpose"] = purpose },
            },
            ct
        );
    }
}

/// <param name="Number">Number of the case; null while there is none.</param>
internal sealed record RecordToOpen(string? Number);
