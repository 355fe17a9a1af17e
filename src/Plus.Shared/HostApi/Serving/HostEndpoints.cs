using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.HostPages.Working;
using Plus.Web.Language;

namespace Plus.Shared.HostApi.Serving;

/// <summary>What is sent for one day: hours worked, or that the client did not come.</summary>
internal sealed record DayReport(int? Minutes, bool? Absent);

/// <summary>One line of many.</summary>
internal sealed record ReportLine(Guid Client, DateOnly Day, int? Minutes, bool? Absent, string? Version);

/// <summary>Many lines at once.</summary>
internal sealed record ReportLines(IReadOnlyList<ReportLine> Lines);

/// <summary>What became of a day.</summary>
/// <param name="State">entered, known (stood so already), refused or changed (the version token is an older one).</param>
internal sealed record DayOutcome(Guid Client, DateOnly Day, string State, string? Reason, string? Words, HostDay? Now);

/// <summary><c>/api/hosts/v1</c>: schedules out, hours in. Described in <c>openapi.json</c> beside.</summary>
internal static class HostEndpoints
{
    public const string Root = "/api/hosts/v1";
    public const string Limit = "hostApi";

    private const int MostBytes = 64 * 1024;
    private const int MostLines = 200;
    private const int MostDays = 62;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Guard(endpoints.MapGet(Root + "/openapi.json", Description));
        Guard(endpoints.MapGet(Root + "/schedule", ScheduleAsync));
        Guard(endpoints.MapGet(Root + "/clients/{client:guid}/days/{day}", DayAsync));
        Guard(endpoints.MapPut(Root + "/clients/{client:guid}/days/{day}", ReportAsync));
        Guard(endpoints.MapPost(Root + "/days", ReportManyAsync));
    }

    private static void Guard(RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(
                new RequiresPermissionAttribute(HostApiModule.Use)
                {
                    AuthenticationSchemes = HostKeyAuthentication.Scheme,
                }
            )
            .RequireRateLimiting(Limit)
            .DisableAntiforgery();

    private static IResult Description() => Results.Text(OpenApi.Document, "application/json");

    private static async Task<IResult> ScheduleAsync(
        string? from,
        string? to,
        HostDays days,
        ViewLog views,
        PlusClock clock,
        CancellationToken ct
    )
    {
        var first = clock.Today;
        if (from is not null && !TryDay(from, out first))
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "day_wrong");
        }

        var last = first.AddDays(13);
        if (to is not null && !TryDay(to, out last))
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "day_wrong");
        }

        if (last < first || last.DayNumber - first.DayNumber >= MostDays)
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "period_wrong");
        }

        var (schedule, seen) = await days.ReadAsync(first, last, ct);
        await views.DiscloseAsync(HostApiModule.Use, seen, ct);
        return Results.Json(schedule, HostJson.Options);
    }

    private static async Task<IResult> DayAsync(
        Guid client,
        string day,
        HttpContext context,
        HostDays days,
        ViewLog views,
        CancellationToken ct
    )
    {
        if (!TryDay(day, out var on))
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "day_wrong");
        }

        if (await days.FindAsync(new SectionId(client), on, ct) is not { } found)
        {
            return HostAnswer.Problem(StatusCodes.Status404NotFound, "no_such_client");
        }

        await views.DiscloseAsync(HostApiModule.Use, [found.Client], ct);
        context.Response.Headers.ETag = $"\"{found.Day.Version}\"";
        return Results.Json(found.Day, HostJson.Options);
    }

    private static async Task<IResult> ReportAsync(
        Guid client,
        string day,
        HttpContext context,
        HostCalls calls,
        HostDays days,
        HostWorkHandler handler,
        PlusDb db,
        Texts texts,
        CancellationToken ct
    )
    {
        if (!TryDay(day, out var on))
        {
            return HostAnswer.Problem(StatusCodes.Status400BadRequest, "day_wrong");
        }

        var token = context.Request.Headers.IfMatch.ToString().Trim('"');
        if (token.Length == 0)
        {
            return HostAnswer.Problem(StatusCodes.Status428PreconditionRequired, "version_missing");
        }

        var (body, problem) = await BodyAsync(context, ct);
        if (problem is not null || Read<DayReport>(body) is not { } report || !IsOne(report.Minutes, report.Absent))
        {
            return problem ?? HostAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "body_wrong");
        }

        return await calls.OnceAsync(
            context,
            body,
            async () =>
            {
                var line = new ReportLine(client, on, report.Minutes, report.Absent, token);
                var outcome = await OneAsync(line, days, handler, db, texts, ct);
                return (
                    outcome switch
                    {
                        null => StatusCodes.Status404NotFound,
                        { State: "changed" } => StatusCodes.Status412PreconditionFailed,
                        { State: "refused" } => StatusCodes.Status422UnprocessableEntity,
                        _ => StatusCodes.Status200OK,
                    },
                    outcome ?? (object)new HostProblem("no_such_client")
                );
            },
            ct
        );
    }

    private static async Task<IResult> ReportManyAsync(
        HttpContext context,
        HostCalls calls,
        HostDays days,
        HostWorkHandler handler,
        PlusDb db,
        Texts texts,
        CancellationToken ct
    )
    {
        var (body, problem) = await BodyAsync(context, ct);
        if (
            problem is not null
            || Read<ReportLines>(body) is not { Lines: { Count: > 0 and <= MostLines } lines }
            || lines.Any(l => l is null || !IsOne(l.Minutes, l.Absent))
        )
        {
            return problem ?? HostAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "body_wrong");
        }

        return await calls.OnceAsync(
            context,
            body,
            async () =>
            {
                var outcomes = new List<DayOutcome>();
                foreach (var line in lines)
                {
                    outcomes.Add(
                        await OneAsync(line, days, handler, db, texts, ct)
                            ?? new DayOutcome(line.Client, line.Day, "refused", "no_such_client", null, null)
                    );
                }

                return (StatusCodes.Status200OK, new { lines = outcomes });
            },
            ct
        );
    }

    /// <returns>Null when the client is not sent to the host on the day.</returns>
    private static async Task<DayOutcome?> OneAsync(
        ReportLine line,
        HostDays days,
        HostWorkHandler handler,
        PlusDb db,
        Texts texts,
        CancellationToken ct
    )
    {
        var section = new SectionId(line.Client);
        if (await days.FindAsync(section, line.Day, ct) is not { } before)
        {
            return null;
        }

        // A call taken up anew finds done what it had done.
        var worked = (before.Day.CreditedMinutes ?? 0) + (before.Day.NotCreditedMinutes ?? 0);
        if (line.Absent == true ? before.Day.Absent : before.Day.CreditedMinutes is not null && worked == line.Minutes)
        {
            return new DayOutcome(line.Client, line.Day, "known", null, null, before.Day);
        }

        if (line.Version is { } version && version != before.Day.Version)
        {
            return new DayOutcome(line.Client, line.Day, "changed", "version_changed", null, before.Day);
        }

        var done =
            line.Absent == true
                ? await handler.AbsentAsync(section, line.Day, ct)
                : await handler.ConfirmAsync(section, line.Day, line.Minutes!.Value, ct);
        db.ChangeTracker.Clear();
        if (!done.Done)
        {
            var refusal = done.Refusal;
            return new DayOutcome(
                line.Client,
                line.Day,
                "refused",
                refusal.Kind == RefusalKind.NotFound ? "no_such_client"
                    : refusal is LawRefuses law ? law.Verdict.ReasonCode
                    : refusal.TextKey.Split('.')[^1],
                LawWords.Of(texts, refusal),
                before.Day
            );
        }

        var after = await days.FindAsync(section, line.Day, ct);
        return new DayOutcome(line.Client, line.Day, "entered", null, null, after?.Day);
    }

    private static bool IsOne(int? minutes, bool? absent) =>
        absent == true ? minutes is null : minutes is > 0 and <= 24 * 60 && absent != true;

    private static async Task<(byte[] Body, IResult? Problem)> BodyAsync(HttpContext context, CancellationToken ct)
    {
        if (!context.Request.HasJsonContentType())
        {
            return ([], HostAnswer.Problem(StatusCodes.Status415UnsupportedMediaType, "not_json"));
        }

        if (context.Request.ContentLength is null or > MostBytes)
        {
            return ([], HostAnswer.Problem(StatusCodes.Status413PayloadTooLarge, "too_large"));
        }

        var body = new byte[context.Request.ContentLength.Value];
        await context.Request.Body.ReadExactlyAsync(body, ct);
        return (body, null);
    }

    private static T? Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, HostJson.Options);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryDay(string typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
