using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.SigningOn;

/// <summary>Why a contact person was not let in.</summary>
internal enum HostSignOnRefusal
{
    /// <summary>The provider's answer could not be proved.</summary>
    Failed,

    /// <summary>No contact person is known by what the provider proved.</summary>
    Unknown,

    /// <summary>More than one contact person has this address.</summary>
    Ambiguous,

    /// <summary>The contact person is known, and no access of theirs holds.</summary>
    Ended,
}

/// <summary>Not let in; the page says why.</summary>
internal sealed record HostSignOnRefused(HostSignOnRefusal Why) : Refusal("hostPages.signOn.refused");

/// <summary>
/// Lets a contact person in whom the provider proved, into an access that was given and holds. It gives no access,
/// lengthens none, and opens none that was locked by wrong codes.
/// </summary>
internal sealed class HostSignOnHandler(PlusDb db, Processes processes, PlusClock clock)
{
    public async Task<Outcome<Guid>> EnterAsync(IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        var (issuer, subject) = (One(claims, "iss") ?? "", One(claims, "sub") ?? "");
        var link = await db.Set<HostSubject>()
            .SingleOrDefaultAsync(s => s.Issuer == issuer && s.Subject == subject, ct);
        var access = link is null ? null : await HoldingAsync([link.ContactId], ct);
        if (access is null)
        {
            // Whoever left and was written down anew is another contact here and the same subject there.
            var people = await MatchAsync(issuer, claims, ct);
            if (people.Count != 1)
            {
                return await RefuseAsync(
                    people.Count > 1 ? HostSignOnRefusal.Ambiguous
                        : link is null ? HostSignOnRefusal.Unknown
                        : HostSignOnRefusal.Ended,
                    link?.ContactId,
                    ct
                );
            }

            access = await HoldingAsync(people, ct);
            if (access is null)
            {
                return await RefuseAsync(HostSignOnRefusal.Ended, people[0], ct);
            }

            if (link is not null)
            {
                db.Remove(link);
            }

            db.Add(new HostSubject(people[0], issuer, subject, clock.Now));
        }

        if (access.OpenedAt is null)
        {
            access.Open(clock.Now);
        }

        var entered = new ProcessStart(HostPagesModule.EnteredByProvider) { Subject = access.Id };
        if (!db.ChangeTracker.HasChanges())
        {
            await processes.NoteAsync(entered, ct);
            return access.Id;
        }

        var done = await processes.CommitAsync(entered, ct);
        return done.Done ? access.Id : done.Refusal;
    }

    /// <summary>The answer of the provider could not be proved; nobody is known by it.</summary>
    public Task FailAsync(CancellationToken ct) => RefuseAsync(HostSignOnRefusal.Failed, null, ct);

    // Contact persons who are one today and have no subject of this provider yet, by an address that it verified.
    private async Task<IReadOnlyList<Guid>> MatchAsync(string issuer, IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        if (
            One(claims, "email") is not { Length: > 0 } email
            || !string.Equals(One(claims, "email_verified"), "true", StringComparison.OrdinalIgnoreCase)
        )
        {
            return [];
        }

        var (upper, today) = (email.ToUpperInvariant(), clock.Today);
        return await db.Set<HostContact>()
            .Where(c => c.Email != null && c.Email.ToUpper() == upper && (c.To == null || c.To >= today))
            .Where(c => !db.Set<HostSubject>().Any(s => s.ContactId == c.Id && s.Issuer == issuer))
            .Select(c => c.Id)
            .Take(2)
            .ToListAsync(ct);
    }

    private async Task<HostAccess?> HoldingAsync(IReadOnlyList<Guid> contacts, CancellationToken ct)
    {
        var (now, today) = (clock.Now, clock.Today);
        var accesses = await db.Set<HostAccess>()
            .Where(a => contacts.Contains(a.ContactId) && a.RevokedAt == null && a.ExpiresAt > now)
            .Where(a => db.Set<HostContact>().Any(c => c.Id == a.ContactId && (c.To == null || c.To >= today)))
            .OrderByDescending(a => a.Id)
            .ToListAsync(ct);
        return accesses.Find(a => a.OpenedAt is not null || a.OpensAt(now));
    }

    private async Task<Outcome<Guid>> RefuseAsync(HostSignOnRefusal why, Guid? contact, CancellationToken ct)
    {
        await processes.NoteAsync(
            new ProcessStart(HostPagesModule.ProviderRefused)
            {
                Subject = contact,
                Values = new Dictionary<string, object?> { ["why"] = CodeConversion.CodeOf(why) },
            },
            ct
        );
        return new HostSignOnRefused(why);
    }

    private static string? One(IEnumerable<Claim> claims, string type) =>
        claims.FirstOrDefault(c => c.Type == type)?.Value;
}
