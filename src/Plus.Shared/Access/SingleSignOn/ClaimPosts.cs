using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>
/// Brings the posts that claims give in line with the claims of now: new ones begin, ones without their claim end. Posts
/// given by hand are not touched. A privileged role is only proposed, by whoever made the mapping; another person gives it.
/// </summary>
internal sealed class ClaimPosts(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    ProviderSettings provider,
    LastAdministrator administrators
)
{
    public static readonly ProcessType Aligned = new("access.postsByClaims");

    private sealed record Wanted(OfficeId Office, string Role, StaffId MadeBy);

    public async Task AlignAsync(Staff person, IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        var today = clock.Today;
        var wanted = await WantedAsync(claims, ct);
        var held = await db.Set<StaffPost>()
            .Where(p => p.StaffId == person.Id && (p.To == null || p.To >= today))
            .ToListAsync(ct);
        var privileged = await db.Set<Role>().Where(r => r.Privileged).Select(r => r.Code).ToListAsync(ct);
        foreach (
            var post in held.Where(p => p.ByClaims && !wanted.Any(w => w.Office == p.OfficeId && w.Role == p.RoleCode))
        )
        {
            if (await administrators.WouldBeGoneAsync(withoutPost: post.Id, ct: ct))
            {
                continue;
            }

            if (post.From >= today)
            {
                db.Remove(post);
            }
            else
            {
                post.End(today.AddDays(-1));
            }
        }

        foreach (var want in wanted.Where(w => !held.Any(p => p.OfficeId == w.Office && p.RoleCode == w.Role)))
        {
            if (!privileged.Contains(want.Role))
            {
                db.Add(
                    new StaffPost(person.Id, want.Office, want.Role, today) { ByClaims = true }.Confirm(
                        want.MadeBy,
                        today
                    )
                );
            }
            else if (!await ProposedAsync(person, want, ct))
            {
                db.Add(
                    new PostProposal(person.Id, want.Office, want.Role, today, null, want.MadeBy, clock.Now)
                    {
                        ByClaims = true,
                    }
                );
            }
        }

        await processes.CommitAsync(new ProcessStart(Aligned) { Subject = person.Id.Value }, ct);
    }

    // Waiting or declined: a claim does not ask again what a person has said no to.
    private Task<bool> ProposedAsync(Staff person, Wanted want, CancellationToken ct) =>
        db.Set<PostProposal>()
            .AnyAsync(
                p =>
                    p.StaffId == person.Id
                    && p.OfficeId == want.Office
                    && p.RoleCode == want.Role
                    && (p.Approved == null || (p.Approved == false && p.ByClaims)),
                ct
            );

    private async Task<List<Wanted>> WantedAsync(IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        var today = clock.Today;
        var mappings = await db.Set<ClaimMapping>()
            .AsNoTracking()
            .Where(m => m.From <= today && (m.To == null || m.To >= today))
            .ToListAsync(ct);
        var matched = mappings.Where(m => claims.Any(c => c.Type == m.Claim && c.Value == m.Value)).ToList();
        var named = claims.Where(c => c.Type == provider.OfficeClaim).Select(c => c.Value).ToList();
        var offices = await db.Set<Office>()
            .AsNoTracking()
            .Where(o => named.Contains(o.Code) && (o.To == null || o.To >= today))
            .Select(o => o.Id)
            .ToListAsync(ct);
        return
        [
            .. matched
                .SelectMany(m => m.OfficeId is { } fixedOffice ? [(m, fixedOffice)] : offices.Select(o => (m, o)))
                .Select(p => new Wanted(p.Item2, p.m.RoleCode, p.m.MadeBy))
                .DistinctBy(w => (w.Office, w.Role)),
        ];
    }
}
