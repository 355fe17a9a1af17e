using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passkeys;

/// <summary>Adds and removes one's own passkeys. Every other session ends with it.</summary>
internal sealed class OwnPasskeysHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    IPasskeyHandler<Staff> passkeys,
    PasskeyState state
)
{
    public static readonly ProcessType Added = new("access.passkeyAdded");

    public static readonly ProcessType Removed = new("access.passkeyRemoved");

    private const int Most = 10;

    private string Purpose => $"add {staff.Current.Id}";

    /// <summary>What the browser is asked for, as JSON.</summary>
    public async Task<string> AskAsync(HttpContext http, CancellationToken ct)
    {
        var person = await MeAsync(ct);
        var asked = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = person.Id.ToString(),
                Name = person.UserName,
                DisplayName = person.FullName,
            },
            http
        );
        state.Keep(http, Purpose, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <param name="strong">The session began with a second factor.</param>
    public async Task<Outcome<Staff>> AddAsync(
        HttpContext http,
        string? name,
        string? credential,
        bool strong,
        CancellationToken ct
    )
    {
        var person = await MeAsync(ct);
        if (string.IsNullOrWhiteSpace(name))
        {
            return new PasskeyNameMissing();
        }

        if (await db.Set<Passkey>().CountAsync(p => p.StaffId == person.Id, ct) >= Most)
        {
            return new TooManyPasskeys(Most);
        }

        if (!strong && await HasFactorAsync(person.Id, ct))
        {
            return new PasskeyNeedsSecondFactor();
        }

        if (state.Take(http, Purpose) is not { } asked || string.IsNullOrEmpty(credential))
        {
            return new PasskeyNotMade();
        }

        var made = await passkeys.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AttestationState = asked,
            }
        );
        if (!made.Succeeded || !made.Passkey.IsUserVerified)
        {
            return new PasskeyNotMade();
        }

        var key = new Passkey(person.Id, name.Trim(), made.Passkey.CredentialId, made.Passkey.PublicKey, clock.Now)
        {
            Transports = made.Passkey.Transports ?? [],
            IsBackupEligible = made.Passkey.IsBackupEligible,
            AttestationObject = made.Passkey.AttestationObject,
            ClientDataJson = made.Passkey.ClientDataJson,
        };
        key.Use(made.Passkey.SignCount, made.Passkey.IsBackedUp, null);
        db.Add(key);
        return await EndAsync(person, Added, key.Name, ct);
    }

    public async Task<Outcome<Staff>> RemoveAsync(Guid id, CancellationToken ct)
    {
        var person = await MeAsync(ct);
        var key = await db.Set<Passkey>().SingleOrDefaultAsync(p => p.Id == id && p.StaffId == person.Id, ct);
        if (key is null)
        {
            return new NoSuchRecord();
        }

        db.Remove(key);
        return await EndAsync(person, Removed, key.Name, ct);
    }

    private async Task<Outcome<Staff>> EndAsync(Staff person, ProcessType type, string name, CancellationToken ct)
    {
        person.EndSessions();
        var done = await processes.CommitAsync(
            new ProcessStart(type)
            {
                Subject = person.Id.Value,
                Values = new Dictionary<string, object?> { ["name"] = name },
            },
            ct
        );
        return done.Done ? person : done.Refusal;
    }

    private Task<Staff> MeAsync(CancellationToken ct) =>
        db.Set<Staff>().SingleAsync(s => s.Id == staff.Current.Id!.Value, ct);

    private async Task<bool> HasFactorAsync(StaffId id, CancellationToken ct) =>
        await db.Set<Passkey>().AnyAsync(p => p.StaffId == id, ct)
        || await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == id, ct);
}

/// <summary>Logs in with a passkey: alone, or as the second step after the password.</summary>
internal sealed class PasskeyLogInHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    IPasskeyHandler<Staff> passkeys,
    PasskeyState state
)
{
    private static string Purpose(StaffId? half) => $"log in {half}";

    /// <param name="half">Who gave the right password; null when nobody did, then the device names the person.</param>
    public async Task<string> AskAsync(HttpContext http, StaffId? half, CancellationToken ct)
    {
        var person = half is null ? null : await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == half, ct);
        var asked = await passkeys.MakeRequestOptionsAsync(person, http);
        state.Keep(http, Purpose(half), asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    public async Task<Outcome<Staff>> LogInAsync(
        HttpContext http,
        StaffId? half,
        string? credential,
        bool fromThisMachine,
        CancellationToken ct
    )
    {
        if (state.Take(http, Purpose(half)) is not { } asked || string.IsNullOrEmpty(credential))
        {
            return new PasskeyRefused();
        }

        var shown = await passkeys.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = asked,
            }
        );
        if (!shown.Succeeded || !shown.Passkey.IsUserVerified || (half is { } expected && shown.User.Id != expected))
        {
            return new PasskeyRefused();
        }

        var person = shown.User;
        staff.Current = new CurrentStaff { Id = person.Id };
        try
        {
            if (person.LockoutEnd > clock.Now)
            {
                return new LogInLocked();
            }

            if (!person.WelcomeAt(clock.Now, clock.Today) || (person.IsDemo && !fromThisMachine))
            {
                await processes.NoteAsync(new ProcessStart(LogInHandler.LogInFailed) { Subject = person.Id.Value }, ct);
                return new PasskeyRefused();
            }

            var id = shown.Passkey.CredentialId;
            var key = await db.Set<Passkey>().SingleAsync(p => p.CredentialId == id, ct);
            key.Use(shown.Passkey.SignCount, shown.Passkey.IsBackedUp, clock.Now);
            person.Welcome(clock.Now);
            var done = await processes.CommitAsync(
                new ProcessStart(LogInHandler.LoggedIn)
                {
                    Subject = person.Id.Value,
                    Values = new Dictionary<string, object?> { ["way"] = "passkey" },
                },
                ct
            );
            return done.Done ? person : new PasskeyRefused();
        }
        finally
        {
            staff.Current = CurrentStaff.Nobody;
        }
    }
}

internal sealed record PasskeyNameMissing() : Refusal("access.passkey.nameMissing")
{
    public override string Field => "Name";
}

internal sealed record PasskeyNotMade() : Refusal("access.passkey.notMade");

/// <summary>Whoever has a second factor adds another one only from a session that showed it.</summary>
internal sealed record PasskeyNeedsSecondFactor() : Refusal("access.passkey.needsSecondFactor");

internal sealed record TooManyPasskeys(int Most) : Refusal("access.passkey.tooMany")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["most"] = Most };
}

/// <summary>Unknown, removed, of somebody else, or somebody who is not let in: it is not said which.</summary>
internal sealed record PasskeyRefused() : Refusal("access.passkey.refused");
