using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plus.Web.Errors;

/// <summary>Logs an unforeseen failure with the reference number its page shows; the path only, never the query.</summary>
internal sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        log.LogError(
            exception,
            "Failure {Reference} at {Method} {Path}",
            ErrorReference.Of(httpContext),
            httpContext.Request.Method,
            httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path.Value
        );
        return ValueTask.FromResult(false);
    }
}
