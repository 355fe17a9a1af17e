using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Contract;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>
/// <c>POST /{work}/{section}/schedule/check?week=</c> with the fields of the week's form: what saving would say, as the
/// form is typed. Saves nothing.
/// </summary>
internal static class ScheduleCheckEndpoint
{
    /// <summary>A week's form is a few hundred bytes.</summary>
    private const long MostBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/{work:work}/{section:guid}/schedule/check", CheckAsync)
            .WithMetadata(new RequiresPermissionAttribute(WorkHoursModule.Enter))
            .DisableAntiforgery();

    private static async Task<IResult> CheckAsync(
        string work,
        Guid section,
        DateOnly week,
        ScheduleCheck check,
        FunctionDoors doors,
        IAntiforgery antiforgery,
        HttpContext context
    )
    {
        if (context.Request.ContentLength is not <= MostBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        // Asked here, so that a request without the token is refused and no failure.
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var monday = WorkWeek.MondayOf(week);
        var answer = await check.CheckAsync(
            doors.Work(work)!,
            new SectionId(section),
            monday,
            TypedWeek.Read(form, monday),
            form["Shown"],
            ct
        );
        context.Response.Headers.CacheControl = "no-store";
        return answer is null ? Results.NotFound() : Results.Ok(answer);
    }
}
