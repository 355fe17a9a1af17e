using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;

namespace Plus.Shared.Access.Sessions;

/// <summary>Ends this session, on the server too. Nobody logs another out by a foreign page.</summary>
internal static class LogOut
{
    public static readonly ProcessType LoggedOut = new("access.loggedOut");

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/logout", AnswerAsync)
            .WithMetadata(new RequiresPermissionAttribute(PermissionPolicies.Everyone));

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        IAntiforgery forgery,
        Processes processes,
        StaffAccessor staff,
        CancellationToken ct
    )
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // First the session: it ends also when nobody can write down that it did.
        await context.SignOutAsync(StaffSession.Scheme);
        await processes.NoteAsync(new ProcessStart(LoggedOut) { Subject = staff.Current.Id!.Value.Value }, ct);
        return Results.LocalRedirect("/login");
    }
}
