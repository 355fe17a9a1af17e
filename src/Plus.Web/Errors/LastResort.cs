using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Web.Assets;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Errors;

/// <summary>
/// When even the error page fails (the database is gone, so nobody can be recognised), the person still gets a
/// sentence and a number.
/// </summary>
internal static class LastResort
{
    public static async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; nobody is there to tell.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LastResort));
            log.LogError(exception, "Failure {Reference}, and no page to show it", ErrorReference.Of(context));
            await Show(context);
        }
    }

    private static Task Show(HttpContext context)
    {
        var language = PageLanguage.Of(context.Request.Cookies[LanguageCookie.Name]) ?? PageLanguage.Latvian;
        var texts = context.RequestServices.GetRequiredService<TextCatalog>().In(language);
        var assets = context.RequestServices.GetRequiredService<AssetFiles>();
        var html = new HtmlText();
        html.Add(
            $"<!DOCTYPE html><html lang=\"{language.Code}\" class=\"govuk-template\"><head><meta charset=\"utf-8\">"
        );
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Add($"<title>{texts["web.errorPage.500.title"]}</title>");
        html.Add(
            $"<link rel=\"stylesheet\" href=\"{assets.Href("plus.css")}\"></head><body class=\"govuk-template__body\">"
        );
        html.Add($"<main class=\"govuk-width-container govuk-main-wrapper\">");
        html.Add($"<h1 class=\"govuk-heading-l\">{texts["web.errorPage.500.title"]}</h1>");
        html.Add($"<p class=\"govuk-body\">{texts["web.errorPage.500.text"]}</p>");
        html.Add(
            $"<p class=\"govuk-body\">{texts["web.errorPage.reference"]} <strong>{ErrorReference.Of(context)}</strong></p>"
        );
        html.Add($"</main></body></html>");
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }
}
