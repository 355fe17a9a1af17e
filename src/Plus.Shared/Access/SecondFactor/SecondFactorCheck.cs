using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>
/// Judges a code of the authenticator or of the recovery paper. No code is good twice; wrong ones count towards the lock
/// as wrong passwords do.
/// </summary>
internal sealed class SecondFactorCheck(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    IDataProtectionProvider protection
)
{
    /// <summary>Null when the code is right, <see cref="ChangedMeanwhile"/> when a wrong one is still to be counted; what it used up is tracked and is saved with what the caller commits.</summary>
    public async Task<Refusal?> AgainstAsync(Staff person, string? code, CancellationToken ct)
    {
        if (person.LockoutEnd > clock.Now)
        {
            return new LogInLocked();
        }

        var factor = await db.Set<Records.SecondFactor>().SingleOrDefaultAsync(s => s.StaffId == person.Id, ct);
        if (factor is not null && !string.IsNullOrWhiteSpace(code))
        {
            var step = AuthenticatorSecret.Decrypt(protection, factor.Secret).StepOf(code, clock.Now);
            if (step > factor.LastStep)
            {
                factor.Take(step.Value);
                return null;
            }

            var hash = RecoveryCodes.Hash(code);
            var paper = await db.Set<RecoveryCode>()
                .SingleOrDefaultAsync(c => c.StaffId == person.Id && c.Hash == hash && c.UsedAt == null, ct);
            if (paper is not null)
            {
                paper.Use(clock.Now);
                return null;
            }
        }

        person.CountFailure(clock.Now, LogInHandler.Attempts, LogInHandler.LockedFor);
        var counted = await processes.CommitAsync(
            new ProcessStart(LogInHandler.LogInFailed) { Subject = person.Id.Value },
            ct
        );
        return !counted.Done ? new ChangedMeanwhile()
            : person.LockoutEnd > clock.Now ? new LogInLocked()
            : new CodeWrong();
    }
}
