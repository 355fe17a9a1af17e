using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passwords;

/// <summary>
/// Links with which a person sets a password once. The token is shown when it is made and never again; the newest
/// link is the only one that opens.
/// </summary>
internal sealed class PasswordLinks(PlusDb db, PlusClock clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(72);

    public static readonly ProcessType Made = new("access.passwordLinkMade");

    /// <summary>Tracks a new link and withdraws the older ones; the caller commits.</summary>
    /// <returns>The token to hand over.</returns>
    public async Task<string> NewForAsync(Staff person, CancellationToken ct)
    {
        await WithdrawAllAsync(person, ct);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.Add(new PasswordLink(person.Id, HashOf(token), clock.Now, clock.Now + Life));
        return token;
    }

    public async Task WithdrawAllAsync(Staff person, CancellationToken ct)
    {
        var open = await db.Set<PasswordLink>()
            .Where(l => l.StaffId == person.Id && l.UsedAt == null && l.WithdrawnAt == null)
            .ToListAsync(ct);
        open.ForEach(l => l.Withdraw(clock.Now));
    }

    /// <summary>The link and its person; refused when it was used, withdrawn, is too old or never existed.</summary>
    public async Task<Outcome<OpenLink>> OpenAsync(string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        var link = await db.Set<PasswordLink>().SingleOrDefaultAsync(l => l.TokenHash == hash, ct);
        if (link is null || !link.OpenAt(clock.Now))
        {
            return new PasswordLinkWorthless();
        }

        var person = await db.Set<Staff>().SingleAsync(s => s.Id == link.StaffId, ct);
        return person.ActiveTo < clock.Today || person.HasLeftAt(clock.Now)
            ? new PasswordLinkWorthless()
            : new OpenLink(link, person);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>A link that still opens, with its person; both tracked.</summary>
internal sealed record OpenLink(PasswordLink Link, Staff Person);

/// <summary>The link was used, replaced by a newer one, is too old, or never was one.</summary>
internal sealed record PasswordLinkWorthless() : Refusal("access.passwordLink.worthless", RefusalKind.NotFound);
