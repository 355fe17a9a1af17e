using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Web.Journeys;

namespace Plus.Shared.Access.Sessions;

/// <summary>
/// A form sent after the session had ended: what was typed becomes the person's draft and waits behind the log-in. The
/// cookie, though too old to act with, still says whose form it is, and the form's own token that it came from us.
/// </summary>
public static class UnsentForm
{
    /// <summary>How long after its end a session may still leave a draft.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Leads to the log-in and from there back to the page that was to take the form.</summary>
    public static async Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        var kept = await KeptAsync(context);
        // The address without the form's handler: a page is opened by it, not a step of it.
        var query = new QueryBuilder(http.Request.Query.Where(q => q.Key != "handler")).ToQueryString();
        var login = new QueryBuilder
        {
            { context.Options.ReturnUrlParameter, http.Request.PathBase + http.Request.Path + query },
        };
        if (kept)
        {
            login.Add("kept", "true");
        }

        context.Response.Redirect(context.Options.LoginPath + login.ToQueryString());
    }

    private static async Task<bool> KeptAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (
            http.GetEndpoint()?.Metadata.GetMetadata<KeepsDraftAttribute>() is not { } draft
            || context.Options.CookieManager.GetRequestCookie(http, context.Options.Cookie.Name!) is not { } cookie
            || context.Options.TicketDataFormat.Unprotect(cookie) is not { } ticket
            || ticket.Properties.ExpiresUtc < services.GetRequiredService<PlusClock>().Now - Longest
            || await services.GetRequiredService<StaffSession>().ReadAsync(ticket.Principal, http.RequestAborted)
                is not { } session
        )
        {
            return false;
        }

        // The token in the form was made for this person: it is put against them and nobody else.
        http.User = ticket.Principal;
        var own = await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        if (!own)
        {
            return false;
        }

        // The draft is the person's own: the database must know whose, for this one write.
        var staff = services.GetRequiredService<StaffAccessor>();
        staff.Current = session.Staff;
        try
        {
            return await draft.KeepUnsentAsync(http, session.Staff.Id!.Value);
        }
        finally
        {
            staff.Current = CurrentStaff.Nobody;
        }
    }
}
