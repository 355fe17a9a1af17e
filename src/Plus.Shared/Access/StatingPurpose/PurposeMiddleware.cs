using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Plus.Kernel.Audit;

namespace Plus.Shared.Access.StatingPurpose;

/// <summary>
/// Where a page would show a client and nobody said for what, leads to the question and from there back. Programs get a
/// status and an address instead.
/// </summary>
public sealed class PurposeMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (PurposeNeededException needed) when (!context.Response.HasStarted)
        {
            Ask(context, $"/clients/{needed.Client}/purpose");
        }
    }

    private static void Ask(HttpContext context, string address)
    {
        var request = context.Request;
        if (request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status428PreconditionRequired;
            context.Response.Headers.Location = address;
            return;
        }

        // The address without the form's handler: a page is opened by it, not a step of it.
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "handler")).ToQueryString();
        var back = new QueryBuilder { { "back", request.PathBase + request.Path + query } };
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address + back.ToQueryString();
    }
}
