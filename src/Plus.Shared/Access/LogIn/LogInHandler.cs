using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.SecondFactor;

namespace Plus.Shared.Access.LogIn;

/// <summary>
/// Checks user name and password. Wrong name, wrong password, ended access and a demo person from afar all answer
/// alike; after <see cref="Attempts"/> wrong passwords the log-in is locked for <see cref="LockedFor"/>.
/// </summary>
internal sealed class LogInHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    IPasswordHasher<Staff> hasher,
    SecondFactorCheck second
)
{
    public const int Attempts = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static readonly ProcessType LoggedIn = new("access.loggedIn");

    public static readonly ProcessType LogInFailed = new("access.logInFailed");

    // A hash of nobody's password: an unknown name costs as long as a wrong password.
    private static readonly string NobodysHash = new PasswordHasher<object>().HashPassword(
        new object(),
        Guid.NewGuid().ToString()
    );

    /// <returns>
    /// Who it is. With a second factor the log-in is not done: nothing is written before <see cref="CompleteAsync"/>.
    /// </returns>
    public async Task<Outcome<LogInStep>> LogInAsync(
        string userName,
        string password,
        bool fromThisMachine,
        CancellationToken ct
    )
    {
        var name = userName.Trim().ToUpperInvariant();
        var person = await db.Set<Staff>().SingleOrDefaultAsync(s => s.NormalizedUserName == name, ct);
        if (person?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(person!, NobodysHash, password);
            return new LogInRefused();
        }

        if (person.LockoutEnd > clock.Now)
        {
            return new LogInLocked();
        }

        var verified = hasher.VerifyHashedPassword(person, person.PasswordHash, password);
        var welcome =
            verified != PasswordVerificationResult.Failed
            && person.WelcomeAt(clock.Now, clock.Today)
            && (fromThisMachine || !person.IsDemo);
        staff.Current = new CurrentStaff { Id = person.Id };
        if (!welcome)
        {
            person.CountFailure(clock.Now, Attempts, LockedFor);
            await processes.CommitAsync(new ProcessStart(LogInFailed) { Subject = person.Id.Value }, ct);
            staff.Current = CurrentStaff.Nobody;
            return person.LockoutEnd > clock.Now ? new LogInLocked() : new LogInRefused();
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person.PasswordHash = hasher.HashPassword(person, password);
        }

        var half =
            await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == person.Id, ct)
            || await db.Set<Passkey>().AnyAsync(p => p.StaffId == person.Id, ct);
        if (half)
        {
            staff.Current = CurrentStaff.Nobody;
            return new LogInStep(person, NeedsCode: true);
        }

        await WelcomeAsync(person, ct);
        return new LogInStep(person, NeedsCode: false);
    }

    /// <summary>The second step, with a code. The password was right a moment ago; a changed log-in starts anew.</summary>
    public async Task<Outcome<Staff>> CompleteAsync(StaffId id, string stamp, string? code, CancellationToken ct)
    {
        var person = await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null || person.SecurityStamp != stamp || !person.WelcomeAt(clock.Now, clock.Today))
        {
            return new LogInRefused();
        }

        staff.Current = new CurrentStaff { Id = person.Id };
        if (await second.AgainstAsync(person, code, ct) is { } refusal)
        {
            staff.Current = CurrentStaff.Nobody;
            return refusal;
        }

        await WelcomeAsync(person, ct);
        return person;
    }

    private async Task WelcomeAsync(Staff person, CancellationToken ct)
    {
        person.Welcome(clock.Now);
        var done = await processes.CommitAsync(new ProcessStart(LoggedIn) { Subject = person.Id.Value }, ct);
        if (!done.Done)
        {
            // The code was taken by another request in the same instant.
            throw new InvalidOperationException("The log-in changed meanwhile.");
        }
    }
}

/// <param name="NeedsCode">The password was right; a code is asked for before the session begins.</param>
internal sealed record LogInStep(Staff Person, bool NeedsCode);

/// <summary>Wrong name or password; it is not said which.</summary>
internal sealed record LogInRefused() : Refusal("access.logIn.refused");

/// <summary>Too many wrong passwords; try again later.</summary>
internal sealed record LogInLocked() : Refusal("access.logIn.locked");
