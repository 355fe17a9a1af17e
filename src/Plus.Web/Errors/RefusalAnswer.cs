using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Results;
using Plus.Web.Language;

namespace Plus.Web.Errors;

/// <summary>The one place that turns a refusal into an answer of a page.</summary>
public static class RefusalAnswer
{
    /// <summary>
    /// Invalid: the page again with the sentence at its field (422). Conflict: the page again (409); set
    /// <c>Head.Conflict</c> before to show what stands there now. Not found and forbidden: the error page.
    /// </summary>
    /// <param name="page">The page; what it needs to show itself must be loaded.</param>
    /// <param name="refusal">Why not.</param>
    /// <param name="form">Name of the bound property that holds the fields, when they do not stand on the page itself.</param>
    public static IActionResult Refused(this PageModel page, Refusal refusal, string? form = null)
    {
        switch (refusal.Kind)
        {
            case RefusalKind.NotFound:
                return page.NotFound();
            case RefusalKind.Forbidden:
                return page.StatusCode(StatusCodes.Status403Forbidden);
            default:
                page.Say(refusal, form);
                page.Response.StatusCode =
                    refusal.Kind == RefusalKind.Conflict
                        ? StatusCodes.Status409Conflict
                        : StatusCodes.Status422UnprocessableEntity;
                return page.Page();
        }
    }

    /// <summary>The page again, with what the binding found wrong (422).</summary>
    public static IActionResult Unfinished(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    private static void Say(this PageModel page, Refusal refusal, string? form)
    {
        var texts = page.HttpContext.RequestServices.GetRequiredService<Texts>();
        var field =
            refusal.Field is null ? ""
            : form is null ? refusal.Field
            : form + "." + refusal.Field;
        var values = refusal.Values.Select(v => (v.Key, v.Value)).ToArray();
        page.ModelState.AddModelError(field, texts[refusal.TextKey, values]);
    }
}
