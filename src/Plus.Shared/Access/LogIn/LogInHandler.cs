using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

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
    IPasswordHasher<Staff> hasher
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

    public async Task<Outcome<Staff>> LogInAsync(
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
            && person.ActiveOn(clock.Today)
            && (fromThisMachine || !person.IsDemo);
        staff.Current = new CurrentStaff { Id = person.Id };
        if (!welcome)
        {
            person.CountFailure(clock.Now, Attempts, LockedFor);
            await processes.CommitAsync(new ProcessStart(LogInFailed) { Subject = person.Id.Value }, ct);
            staff.Current = CurrentStaff.Nobody;
            return person.LockoutEnd > clock.Now ? new LogInLocked() : new LogInRefused();
        }

        person.FailedLogins = 0;
        person.LockoutEnd = null;
        person.LastLogIn = clock.Now;
        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person.PasswordHash = hasher.HashPassword(person, password);
        }

        await processes.CommitAsync(new ProcessStart(LoggedIn) { Subject = person.Id.Value }, ct);
        return person;
    }
}

/// <summary>Wrong name or password; it is not said which.</summary>
internal sealed record LogInRefused() : Refusal("access.logIn.refused");

/// <summary>Too many wrong passwords; try again later.</summary>
internal sealed record LogInLocked() : Refusal("access.logIn.locked");
