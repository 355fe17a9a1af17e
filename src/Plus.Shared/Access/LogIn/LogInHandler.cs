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

    private const int MostTurns = 20;

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
    public Task<Outcome<LogInStep>> LogInAsync(
        string userName,
        string password,
        bool fromThisMachine,
        CancellationToken ct
    )
    {
        (string Hash, PasswordVerificationResult Result)? known = null;
        return AloneAsync(() => TryAsync(userName, password, fromThisMachine, Verified, ct));

        // Hashing costs more than everything else here: once for each stored hash.
        PasswordVerificationResult Verified(Staff person)
        {
            if (known?.Hash != person.PasswordHash)
            {
                known = (person.PasswordHash!, hasher.VerifyHashedPassword(person, person.PasswordHash!, password));
            }

            return known!.Value.Result;
        }
    }

    /// <summary>The second step, with a code. The password was right a moment ago; a changed log-in starts anew.</summary>
    public Task<Outcome<Staff>> CompleteAsync(StaffId id, string stamp, string? code, CancellationToken ct) =>
        AloneAsync(() => TryCodeAsync(id, stamp, code, ct));

    // Requests of the same instant for the same person change the same record: the one that came second reads it anew and
    // is judged again, so that no wrong password goes uncounted, no code is good twice and nobody is turned away for it.
    private static async Task<Outcome<T>> AloneAsync<T>(Func<Task<Outcome<T>>> attempt)
    {
        for (var left = MostTurns; ; left--)
        {
            var outcome = await attempt();
            if (outcome.Done || outcome.Refusal is not ChangedMeanwhile || left == 0)
            {
                return outcome;
            }
        }
    }

    private async Task<Outcome<LogInStep>> TryAsync(
        string userName,
        string password,
        bool fromThisMachine,
        Func<Staff, PasswordVerificationResult> verify,
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

        var verified = verify(person);
        var welcome =
            verified != PasswordVerificationResult.Failed
            && person.WelcomeAt(clock.Now, clock.Today)
            && (fromThisMachine || !person.IsDemo);
        staff.Current = new CurrentStaff { Id = person.Id };
        if (!welcome)
        {
            person.CountFailure(clock.Now, Attempts, LockedFor);
            var counted = await processes.CommitAsync(new ProcessStart(LogInFailed) { Subject = person.Id.Value }, ct);
            staff.Current = CurrentStaff.Nobody;
            return !counted.Done ? new ChangedMeanwhile()
                : person.LockoutEnd > clock.Now ? new LogInLocked()
                : new LogInRefused();
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

        return await WelcomeAsync(person, ct) ? new LogInStep(person, NeedsCode: false) : new ChangedMeanwhile();
    }

    private async Task<Outcome<Staff>> TryCodeAsync(StaffId id, string stamp, string? code, CancellationToken ct)
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

        return await WelcomeAsync(person, ct) ? person : new ChangedMeanwhile();
    }

    // False when another request changed the log-in in the same instant.
    private async Task<bool> WelcomeAsync(Staff person, CancellationToken ct)
    {
        person.Welcome(clock.Now);
        var done = await processes.CommitAsync(new ProcessStart(LoggedIn) { Subject = person.Id.Value }, ct);
        if (!done.Done)
        {
            staff.Current = CurrentStaff.Nobody;
        }

        return done.Done;
    }
}

/// <param name="NeedsCode">The password was right; a code is asked for before the session begins.</param>
internal sealed record LogInStep(Staff Person, bool NeedsCode);

/// <summary>Wrong name or password; it is not said which.</summary>
internal sealed record LogInRefused() : Refusal("access.logIn.refused");

/// <summary>Too many wrong passwords; try again later.</summary>
internal sealed record LogInLocked() : Refusal("access.logIn.locked");
