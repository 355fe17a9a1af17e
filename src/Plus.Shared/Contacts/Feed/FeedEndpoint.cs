using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Contacts.Records;
using Plus.Web.Language;
using Plus.Web.WebDav;

namespace Plus.Shared.Contacts.Feed;

/// <summary>
/// <c>/calendar/feed/{token}/plus.ics</c>: one's own appointments for a calendar program: times, kinds and numbers of
/// cases, no names and no places. Who may, is asked anew each time: the token, and the person's access as it is now.
/// </summary>
internal static class FeedEndpoint
{
    private const int DaysBack = 14;
    private const int DaysAhead = 90;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(HiddenToken.FeedPrefix + "/{**path}", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        StaffAccessor staff,
        StaffSession sessions,
        FeedHandler feeds,
        PlusDb db,
        ViewLog views,
        PlusClock clock,
        TextCatalog catalog
    )
    {
        var ct = context.RequestAborted;
        staff.Current = CurrentStaff.Nobody;
        if (
            HiddenToken.Of(context) is not { } token
            || await FindAsync(staff, feeds, token, ct) is not { } feed
            || await sessions.ReadAsync(StaffSession.PassOf(feed.StaffId, feed.Stamp, feed.Strong), ct) is not { } found
            || (found.IsDemo && !StaffSessionMiddleware.IsLoopback(context.Connection.RemoteIpAddress))
        )
        {
            return Results.NotFound();
        }

        staff.Current = found.Staff;
        var since = clock.Now.AddDays(-DaysBack);
        var until = clock.Now.AddDays(DaysAhead);
        var me = feed.StaffId;
        var rows = await (
            from c in db.Set<Contact>()
            join s in db.Set<Section>().Within(staff.Current, ContactsModule.View) on c.SectionId equals s.Id
            join k in db.Set<Case>() on s.CaseId equals k.Id
            where
                c.StaffId == me
                && c.PlannedAt >= since
                && c.PlannedAt < until
                && c.State != ContactState.Rescheduled
                && c.State != ContactState.Cancelled
            orderby c.PlannedAt
            select new
            {
                c.Id,
                c.ClientId,
                c.PlannedAt,
                c.Minutes,
                c.Kind,
                k.Number,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        await views.DiscloseAsync("contacts.feed", rows.Select(r => r.ClientId), ct);
        var texts = catalog.In(PageLanguage.Latvian);
        var file = CalendarFile.Write(
            texts["contacts.feed.name"],
            clock.Now,
            rows.Select(r => new FileEvent(
                r.Id.Value,
                r.PlannedAt,
                r.Minutes,
                r.Number + " · " + texts["contacts.kind." + r.Kind]
            ))
        );
        return Results.Text(file, "text/calendar", Encoding.UTF8);
    }

    // Before anybody is known nobody's reach counts.
    private static async Task<CalendarFeed?> FindAsync(
        StaffAccessor staff,
        FeedHandler feeds,
        string token,
        CancellationToken ct
    )
    {
        using var itself = staff.AsSystem("calendar feed");
        return await feeds.FindAsync(token, ct);
    }
}
