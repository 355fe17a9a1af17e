using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Plus.Kernel.Access;
using Plus.Kernel.Time;

namespace Plus.Functions.Supervision.Monitoring.Intake;

/// <summary>
/// <c>POST /monitoring/events</c>: where the vendor sends its events. Only the signature counts, no cookie; without the
/// shared key (<c>PLUS_MONITORING_KEY</c>) the door is shut.
/// </summary>
internal static class EventEndpoint
{
    private const int MostBytes = 1_000_000;
    private const int ShortestKey = 16;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/monitoring/events", TakeAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        HttpContext context,
        IConfiguration configuration,
        EventIntake intake,
        StaffAccessor staff,
        PlusClock clock
    )
    {
        var ct = context.RequestAborted;
        staff.Current = CurrentStaff.Nobody;
        var key = System.Text.Encoding.UTF8.GetBytes(configuration["PLUS_MONITORING_KEY"] ?? "");
        if (key.Length < ShortestKey)
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength is null or > MostBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var body = new byte[context.Request.ContentLength.Value];
        await context.Request.Body.ReadExactlyAsync(body, ct);
        if (!VendorMessage.Verify(key, body, context.Request.Headers[VendorMessage.SignatureHeader], clock.Now))
        {
            return Results.Unauthorized();
        }

        if (VendorMessage.Read(body) is not { } events)
        {
            return Results.UnprocessableEntity(new { error = "The message is no array of at most 1000 whole events." });
        }

        var taken = await intake.TakeAsync(events, ct);
        return Results.Accepted(value: new { taken = taken.Events, known = taken.Known });
    }
}
