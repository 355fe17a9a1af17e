using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>Who knows the ban says what becomes of the place.</summary>
internal sealed class SettleConflictHandler(
    PlusDb db,
    ConflictReader reader,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Settled = new("obligations.banConflictSettled");

    public async Task<Outcome<Unit>> SettleAsync(Guid id, string verdict, uint version, CancellationToken ct)
    {
        if (
            await reader.Within().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conflict
            || !reader.MaySettle(conflict)
        )
        {
            return new NoSuchRecord();
        }

        if (!BanConflict.Verdicts.Contains(verdict))
        {
            throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict.");
        }

        db.Entry(conflict).Property(c => c.Version).OriginalValue = version;
        conflict.Settle(verdict, staff.Current.Id, clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(Settled)
            {
                Client = conflict.ClientId,
                Section = conflict.SectionId,
                Subject = conflict.Id,
                Values = new Dictionary<string, object?> { ["where"] = conflict.Place, ["ban_verdict"] = verdict },
            },
            ct
        );
    }
}
