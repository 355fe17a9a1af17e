using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;

namespace Plus.Web.Journeys;

/// <summary>
/// On a page model: its form is kept as it is typed (by the script every few seconds, by the server whenever it comes
/// back with errors), is put back when the page is opened again, and is dropped when it was sent with success. Mark the
/// form element with <c>plus-draft</c>.
/// </summary>
/// <param name="form">Code of the form, as <c>contacts.outcome</c>: small letters, digits, dots, dashes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsDraftAttribute(string form) : Attribute, IAsyncPageFilter
{
    /// <summary>Code of the form.</summary>
    public string Form => form;

    /// <summary>Route value that names the record, as <c>id</c>; null when the form is about none.</summary>
    public string? Subject { get; init; }

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var user = http.RequestServices.GetRequiredService<StaffAccessor>().Current.Id;
        if (user is null || context.HandlerInstance is not PageModel page)
        {
            await next();
            return;
        }

        var store = http.RequestServices.GetRequiredService<IDraftStore>();
        var current = http.RequestServices.GetRequiredService<CurrentDraft>();
        var key = KeyOf(user.Value, http);
        current.Key = key;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            if (await store.Find(key, http.RequestAborted) is { } draft)
            {
                DraftFields.Restore(draft.Json, page.ModelState);
                current.RestoredFrom = draft.KeptAt;
            }

            await next();
            return;
        }

        await Send(await next(), store, key, http);
    }

    /// <summary>Keeps a form that could not be taken because the session had ended; false when there was nothing to keep.</summary>
    public async Task<bool> KeepUnsentAsync(HttpContext http, StaffId user)
    {
        var store = http.RequestServices.GetRequiredService<IDraftStore>();
        return http.Request.HasFormContentType && await Keep(store, KeyOf(user, http), http);
    }

    private DraftKey KeyOf(StaffId user, HttpContext http) =>
        new(user, form, Subject is null ? "" : http.Request.RouteValues[Subject]?.ToString() ?? "");

    private static async Task Send(PageHandlerExecutedContext done, IDraftStore store, DraftKey key, HttpContext http)
    {
        if (done.Exception is null && done.Result is not PageResult && !IsRefusal(done.Result))
        {
            await store.Drop(key, http.RequestAborted);
            return;
        }

        if (http.Request.HasFormContentType)
        {
            await Keep(store, key, http);
        }
    }

    private static async Task<bool> Keep(IDraftStore store, DraftKey key, HttpContext http)
    {
        var json = DraftFields.Write(await http.Request.ReadFormAsync());
        if (json.Length is <= 2 or > DraftFields.LongestJson)
        {
            return false;
        }

        await store.Keep(key, json, CancellationToken.None);
        return true;
    }

    private static bool IsRefusal(IActionResult? result) => result is StatusCodeResult { StatusCode: >= 400 } or null;
}

/// <summary>The draft of the page being answered.</summary>
public sealed class CurrentDraft
{
    /// <summary>Its key, when the page keeps drafts.</summary>
    public DraftKey? Key { get; internal set; }

    /// <summary>When what was put back had been kept; null when nothing was.</summary>
    public DateTimeOffset? RestoredFrom { get; internal set; }
}
