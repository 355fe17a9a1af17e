using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Plus.Web.Errors;

/// <summary>
/// Answers 413 to a form that says it is larger than the server takes, before any of it is read: read later, the form's
/// token would be missing and the person would be told something else.
/// </summary>
public static class OversizedForms
{
    public static IApplicationBuilder UseOversizedForms(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
                // The page that tells of it comes through here again, with the same request.
                var told = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
                if (!told && context.Request.HasFormContentType && context.Request.ContentLength > most)
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
}
