using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>
/// <c>GET /monitoring/alarms/stream</c>: tells a screen that the queue changed, in numbers only; the screen then asks for
/// the page anew. It ends by itself after some minutes, and the browser comes again with whatever access it then has.
/// </summary>
internal static class AlarmStream
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/monitoring/alarms/stream", TellAsync)
            .WithMetadata(new RequiresPermissionAttribute(MonitoringPermissions.View));

    private static async Task TellAsync(HttpContext context, AlarmReader reader)
    {
        var ct = context.RequestAborted;
        context.Response.ContentType = "text/event-stream";
        AlarmPulse? told = null;
        try
        {
            for (var i = 0; i < Longest / Step; i++)
            {
                var now = await reader.PulseAsync(ct);
                if (now != told)
                {
                    told = now;
                    await context.Response.WriteAsync(
                        $"data: {JsonSerializer.Serialize(now, JsonSerializerOptions.Web)}\n\n",
                        ct
                    );
                    await context.Response.Body.FlushAsync(ct);
                }

                await Task.Delay(Step, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The screen was closed.
        }
    }
}
