using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Message;

/// <summary>A human looked at what needed attention and has nothing more to do.</summary>
internal sealed class SettleHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<Unit>> HandleAsync(Guid id, uint version, CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (message is null)
        {
            return new NoSuchRecord();
        }

        if (message.State != IntakeState.Attention)
        {
            return new MessageIsSettledAlready();
        }

        db.Entry(message).Property(m => m.Version).OriginalValue = version;
        // What waits for its original is no longer waited for.
        message.Wait(false);
        message.Settle(IntakeState.Settled, staff.Current.Id, clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(IntakeProcesses.Settled) { Client = message.ClientId, Subject = message.Id },
            ct
        );
    }
}
