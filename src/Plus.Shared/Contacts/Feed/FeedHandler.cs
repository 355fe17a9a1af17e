using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Feed;

/// <summary>Makes and revokes the address of one's own calendar feed. There is one at a time.</summary>
internal sealed class FeedHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Made = new("contacts.feedMade");
    public static readonly ProcessType Revoked = new("contacts.feedRevoked");

    /// <summary>A new address; one that stood before ends. The token is shown once and never again.</summary>
    /// <param name="strong">The session began with a second factor.</param>
    public async Task<Outcome<string>> MakeAsync(bool strong, CancellationToken ct)
    {
        (await CurrentAsync(ct))?.Revoke(clock.Now);
        var me = staff.Current.Id!.Value;
        var stamp = await db.Set<Staff>().Where(s => s.Id == me).Select(s => s.SecurityStamp).SingleAsync(ct);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var feed = new CalendarFeed(me, HashOf(token), stamp, strong, clock.Now);
        db.Add(feed);
        var done = await processes.CommitAsync(new ProcessStart(Made) { Subject = feed.Id }, ct);
        return done.Done ? token : done.Refusal;
    }

    public async Task<Outcome<Unit>> RevokeAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } feed)
        {
            return new NoSuchRecord();
        }

        feed.Revoke(clock.Now);
        return await processes.CommitAsync(new ProcessStart(Revoked) { Subject = feed.Id }, ct);
    }

    /// <summary>One's own feed that stands now.</summary>
    public Task<CalendarFeed?> CurrentAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        return db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.StaffId == me && f.RevokedAt == null, ct);
    }

    /// <summary>The feed of a token that stands; null when there is none.</summary>
    public async Task<CalendarFeed?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length != 43)
        {
            return null;
        }

        var hash = HashOf(token);
        return await db.Set<CalendarFeed>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.TokenHash == hash && f.RevokedAt == null, ct);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
