using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Plus.Web.Errors;

/// <summary>What a person sees when something cannot be done: a sentence, what was saved, what to do, a number.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorPage : PageModel
{
    private static readonly int[] Known = [400, 401, 403, 404, 409, 413, 429, 500, 503];

    /// <summary>Text key of the title.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>Text key of the explanation.</summary>
    public string TextKey { get; private set; } = "";

    /// <summary>The number to give to an administrator.</summary>
    public string? Reference { get; private set; }

    /// <summary>What else is to be said; null for nothing.</summary>
    public string? Note => ErrorNote.Of(HttpContext);

    /// <summary>Shows the page; a form that failed to be sent comes here too.</summary>
    public void OnGet() => Show();

    /// <summary>The page of a POST that was answered by a status alone.</summary>
    public void OnPost() => Show();

    private void Show()
    {
        // Of a form that was not read nothing is bound, and that it could not be read is said by the page itself.
        ModelState.Clear();
        var code = Convert.ToInt32(RouteData.Values["code"], CultureInfo.InvariantCulture);
        var shown =
            Known.Contains(code) ? code
            : code >= 500 ? 500
            : 400;
        TitleKey = $"web.errorPage.{shown}.title";
        TextKey = $"web.errorPage.{shown}.text";
        Reference = shown == 404 ? null : ErrorReference.Of(HttpContext);
        if (Response.StatusCode == 200)
        {
            Response.StatusCode = shown;
        }
    }
}
