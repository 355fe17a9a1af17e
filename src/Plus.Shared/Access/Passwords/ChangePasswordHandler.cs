using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passwords;

/// <summary>
/// A person changes their own password, knowing the old one. All their other sessions end. Guessing the old one from a
/// session left open locks the log-in as guessing at the door does.
/// </summary>
internal sealed class ChangePasswordHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    IPasswordHasher<Staff> hasher,
    PasswordRules rules
)
{
    public static readonly ProcessType Changed = new("access.passwordChanged");

    public async Task<Outcome<Staff>> ChangeAsync(string old, string password, string again, CancellationToken ct)
    {
        var person = await db.Set<Staff>().SingleAsync(s => s.Id == staff.Current.Id!.Value, ct);
        if (person.LockoutEnd > clock.Now)
        {
            return new OldPasswordLocked();
        }

        if (
            person.PasswordHash is null
            || hasher.VerifyHashedPassword(person, person.PasswordHash, old) == PasswordVerificationResult.Failed
        )
        {
            return await WrongAsync(person, ct);
        }

        if (rules.Check(password, person) is { } refusal)
        {
            return refusal;
        }

        if (password != again)
        {
            return new PasswordsDiffer();
        }

        person.UsePassword(hasher.HashPassword(person, password));
        var committed = await processes.CommitAsync(new ProcessStart(Changed) { Subject = person.Id.Value }, ct);
        return committed.Done ? person : committed.Refusal;
    }

    private async Task<Refusal> WrongAsync(Staff person, CancellationToken ct)
    {
        person.CountFailure(clock.Now, LogInHandler.Attempts, LogInHandler.LockedFor);
        await processes.CommitAsync(new ProcessStart(LogInHandler.LogInFailed) { Subject = person.Id.Value }, ct);
        return person.LockoutEnd > clock.Now ? new OldPasswordLocked() : new OldPasswordWrong();
    }
}

internal sealed record OldPasswordWrong() : Refusal("access.password.oldWrong")
{
    public override string Field => "Old";
}

internal sealed record OldPasswordLocked() : Refusal("access.password.oldLocked")
{
    public override string Field => "Old";
}
