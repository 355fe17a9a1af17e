using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.CaseFile;

/// <summary><c>POST /clients/{id}/case/form</c>: the button of the client page.</summary>
internal static class FormCaseEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/clients/{id:guid}/case/form", FormAsync)
            .WithMetadata(new RequiresPermissionAttribute(ClientPermissions.FormCase))
            .DisableAntiforgery();

    private static async Task<IResult> FormAsync(
        Guid id,
        FormCaseHandler handler,
        IAntiforgery antiforgery,
        Flash flash,
        HttpContext context
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var outcome = await handler.FormAsync(new ClientId(id), context.RequestAborted);
        if (outcome.Refusal is { Kind: RefusalKind.NotFound })
        {
            return Results.NotFound();
        }

        if (outcome.Done)
        {
            flash.Success("clients.case.formed");
        }
        else
        {
            flash.Warning(outcome.Refusal.TextKey);
        }

        return Results.LocalRedirect($"/clients/{id}");
    }
}
