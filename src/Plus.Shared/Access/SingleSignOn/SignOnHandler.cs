using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>
/// Finds the person of a proven subject, brings the posts in line that claims give, and welcomes them. Nobody is taken
/// on by a claim: who is not known here is refused.
/// </summary>
internal sealed class SignOnHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    ProviderSettings provider,
    ClaimPosts posts
)
{
    public static readonly ProcessType Linked = new("access.subjectLinked");

    public static readonly ProcessType EndedByProvider = new("access.providerLogout");

    public async Task<Outcome<SignedOn>> SignOnAsync(
        IReadOnlyList<Claim> claims,
        bool fromThisMachine,
        CancellationToken ct
    )
    {
        var (issuer, subject) = (One(claims, "iss") ?? "", One(claims, "sub") ?? "");
        var person = await FindAsync(issuer, subject, claims, ct);
        if (person is null)
        {
            return new SignOnRefused(SignOnRefusal.Unknown);
        }

        if (!person.WelcomeAt(clock.Now, clock.Today) || (person.IsDemo && !fromThisMachine))
        {
            return new SignOnRefused(SignOnRefusal.Ended);
        }

        staff.Current = new CurrentStaff { Id = person.Id };
        try
        {
            await LinkAsync(person, issuer, subject, ct);
            await posts.AlignAsync(person, claims, ct);
            if (!await HasPostAsync(person, ct))
            {
                return new SignOnRefused(SignOnRefusal.NoRole);
            }

            var strong = claims.Any(c => c.Type is "amr" or "acr" && provider.StrongMethods.Contains(c.Value));
            if (One(claims, "sid") is { } sid)
            {
                db.Add(new ProviderSession(person.Id, sid, clock.Now));
            }

            var half =
                !strong
                && (
                    await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == person.Id, ct)
                    || await db.Set<Passkey>().AnyAsync(p => p.StaffId == person.Id, ct)
                );
            if (!half)
            {
                person.Welcome(clock.Now);
            }

            // The code's page tells of the log-in when it is whole.
            var done = half
                ? await KeepSessionAsync(ct)
                : await processes.CommitAsync(
                    new ProcessStart(LogInHandler.LoggedIn)
                    {
                        Subject = person.Id.Value,
                        Values = new Dictionary<string, object?> { ["way"] = "provider" },
                    },
                    ct
                );
            return done.Done ? new SignedOn(person, strong, half) : new SignOnRefused(SignOnRefusal.Failed);
        }
        finally
        {
            staff.Current = CurrentStaff.Nobody;
        }
    }

    /// <summary>The provider says that somebody logged out there: every session of theirs here is over with this act.</summary>
    public async Task EndAsync(string? subject, string? sid, string issuer, CancellationToken ct)
    {
        var ids = await db.Set<StaffSubject>()
            .Where(s => s.Issuer == issuer && s.Subject == subject)
            .Select(s => s.StaffId)
            .Union(db.Set<ProviderSession>().Where(s => s.Sid == sid).Select(s => s.StaffId))
            .ToListAsync(ct);
        foreach (var person in await db.Set<Staff>().Where(s => ids.Contains(s.Id)).ToListAsync(ct))
        {
            person.EndSessions();
            db.RemoveRange(await db.Set<ProviderSession>().Where(s => s.StaffId == person.Id).ToListAsync(ct));
            await processes.CommitAsync(new ProcessStart(EndedByProvider) { Subject = person.Id.Value }, ct);
        }
    }

    private async Task<Outcome<Unit>> KeepSessionAsync(CancellationToken ct)
    {
        await processes.SaveBookkeepingAsync(ct);
        return Unit.Value;
    }

    private async Task<Staff?> FindAsync(
        string issuer,
        string subject,
        IReadOnlyList<Claim> claims,
        CancellationToken ct
    )
    {
        var linked = await db.Set<StaffSubject>()
            .Where(s => s.Issuer == issuer && s.Subject == subject)
            .Join(db.Set<Staff>(), s => s.StaffId, p => p.Id, (_, p) => p)
            .SingleOrDefaultAsync(ct);
        // Whoever left and was taken on anew is another record here and the same subject there.
        return linked is null || linked.HasLeftAt(clock.Now) ? await MatchAsync(issuer, claims, ct) ?? linked : linked;
    }

    private async Task<Staff?> MatchAsync(string issuer, IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        if (One(claims, provider.MatchClaim) is not { Length: > 0 } value)
        {
            return null;
        }

        // An address that the provider has not verified may be anybody's.
        if (
            provider.MatchClaim == "email"
            && !string.Equals(One(claims, "email_verified"), "true", StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var (upper, now) = (value.ToUpperInvariant(), clock.Now);
        var people = db.Set<Staff>().AsQueryable();
        var found = await (
            provider.MatchField switch
            {
                "employeeNumber" => people.Where(s => s.EmployeeNumber == value),
                "userName" => people.Where(s => s.NormalizedUserName == upper),
                _ => people.Where(s => s.Email != null && s.Email.ToUpper() == upper),
            }
        )
            .Where(s => s.EndsAt == null || s.EndsAt > now)
            .Where(s => !db.Set<StaffSubject>().Any(x => x.StaffId == s.Id && x.Issuer == issuer))
            .Take(2)
            .ToListAsync(ct);
        return found is [var only] ? only : null;
    }

    private async Task LinkAsync(Staff person, string issuer, string subject, CancellationToken ct)
    {
        var link = await db.Set<StaffSubject>()
            .SingleOrDefaultAsync(s => s.Issuer == issuer && s.Subject == subject, ct);
        if (link?.StaffId != person.Id)
        {
            if (link is not null)
            {
                db.Remove(link);
            }

            db.Add(new StaffSubject(person.Id, issuer, subject, clock.Now));
            await processes.CommitAsync(new ProcessStart(Linked) { Subject = person.Id.Value }, ct);
        }
    }

    private async Task<bool> HasPostAsync(Staff person, CancellationToken ct)
    {
        var today = clock.Today;
        return await db.Set<StaffPost>()
            .AnyAsync(p => p.StaffId == person.Id && p.From <= today && (p.To == null || p.To >= today), ct);
    }

    private static string? One(IEnumerable<Claim> claims, string type) =>
        claims.FirstOrDefault(c => c.Type == type)?.Value;
}

/// <param name="Strong">The provider says that a second factor was shown there.</param>
/// <param name="NeedsCode">The person has a second factor here and showed none there.</param>
internal sealed record SignedOn(Staff Person, bool Strong, bool NeedsCode);

/// <summary>Why nobody was let in.</summary>
internal enum SignOnRefusal
{
    Failed,
    Unknown,
    Ended,
    NoRole,
}

/// <summary>Not let in; the page says why.</summary>
internal sealed record SignOnRefused(SignOnRefusal Why) : Refusal("access.signOn.refused");
