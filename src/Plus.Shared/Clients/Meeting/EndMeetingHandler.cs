using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Meeting;

/// <summary>Ends a mark that two clients must not meet; the day it ends is its last.</summary>
internal sealed class EndMeetingHandler(PlusDb db, ClientEditing editing, PlusClock clock)
{
    public async Task<Outcome<Unit>> EndAsync(ClientId id, uint version, Guid mark, CancellationToken ct)
    {
        var client = await editing.OpenAsync(id, ClientPermissions.MustNotMeet, version, ct);
        var row = await db.Set<MustNotMeet>()
            .SingleOrDefaultAsync(m => m.Id == mark && (m.FirstId == id || m.SecondId == id) && m.To == null, ct);
        if (client is null || row is null)
        {
            return new NoSuchRecord();
        }

        // The last day on which it holds: marked today by mistake and ended today, it held for no longer.
        row.End(row.From > clock.Today ? row.From : clock.Today.AddDays(row.From == clock.Today ? 0 : -1));
        return await editing.CommitAsync(
            client,
            new ProcessStart(ClientProcesses.MustNotMeetEnded) { Subject = mark },
            ct
        );
    }
}
