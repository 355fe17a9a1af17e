using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Contacts.Records;
using Plus.Web.Errors;
using Plus.Web.Layout;
using Plus.Web.WebDav;

namespace Plus.Shared.Contacts.Feed;

/// <summary>The address by which one's own calendar program reads one's appointments: made, shown once, revoked.</summary>
[RequiresPermission(ContactsModule.Record)]
internal sealed class FeedPage(FeedHandler handler, Flash flash) : PageModel
{
    public CalendarFeed? Feed { get; private set; }

    /// <summary>Only right after it was made.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Feed = await handler.CurrentAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await handler.MakeAsync(StaffSession.IsStrong(User), ct);
        Feed = await handler.CurrentAsync(ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        Address = $"{Request.Scheme}://{Request.Host}{HiddenToken.FeedPrefix}/{done.Value}/plus.ics";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct)
    {
        var done = await handler.RevokeAsync(ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("contacts.feed.revoked");
        return LocalRedirect("/calendar/feed");
    }
}
