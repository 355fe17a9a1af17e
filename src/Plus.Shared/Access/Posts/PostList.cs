using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Posts;

/// <summary>The posts of a person, the present ones first.</summary>
internal sealed class PostList(PlusDb db, PlusClock clock)
{
    /// <param name="person">Whose.</param>
    /// <param name="mayEnd">Whether the page leads to ending a post.</param>
    public async Task<IReadOnlyList<PostLine>> OfAsync(StaffId person, bool mayEnd, CancellationToken ct)
    {
        var today = clock.Today;
        var found = await (
            from post in db.Set<StaffPost>().AsNoTracking()
            join office in db.Set<Office>() on post.OfficeId equals office.Id
            where post.StaffId == person
            select new { Post = post, office.Name }
        ).ToListAsync(ct);
        return
        [
            .. found
                .Select(f => new PostLine(
                    f.Name,
                    f.Post.RoleCode,
                    f.Post.From,
                    f.Post.To,
                    f.Post.HeldOn(today),
                    mayEnd && (f.Post.To is null || f.Post.To >= today)
                        ? $"/access/staff/{person}/posts/{f.Post.Id}/end"
                        : null
                ))
                .OrderByDescending(l => l.Held)
                .ThenByDescending(l => l.From),
        ];
    }
}

/// <summary>One post. <paramref name="EndHref"/> leads to ending it, where that may be done.</summary>
internal sealed record PostLine(string Office, string Role, DateOnly From, DateOnly? To, bool Held, string? EndHref);
