using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Shared.Access.Sessions;

/// <summary>
/// Sessions are rows of the database, so that logging out ends one wherever its cookie was copied to. A new session
/// takes a new id, and what the browser carried before ends with it.
/// </summary>
public sealed class KnownSessions(NpgsqlDataSource database, PlusClock clock)
{
    /// <summary>However busy, a session is over after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Ended sessions are of no use; who logged in when stands in the audit.</summary>
    internal static NightlyJob Job { get; } = new("access.sessions", new TimeOnly(2, 15), SweepAsync);

    private const string Begin = """
        INSERT INTO access.session (id, staff_id, started_at, posts)
        SELECT @session, @person, @now, ARRAY(
            SELECT p.role_code || '@' || p.office_id FROM access.staff_post p
            WHERE p.staff_id = @person AND p.valid_from <= @today AND (p.valid_to IS NULL OR p.valid_to >= @today))
        """;

    private const string End = "UPDATE access.session SET ended_at = @now WHERE id = @session AND ended_at IS NULL";

    /// <summary>Before the cookie is made: the session gets its row, and the cookie the row's id.</summary>
    public static async Task OnSigningIn(CookieSigningInContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<KnownSessions>();
        var ct = context.HttpContext.RequestAborted;
        await sessions.EndAsync(context.HttpContext.User, ct);
        var id = Guid.CreateVersion7();
        var person = Guid.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await sessions.ExecuteAsync(
            Begin,
            ct,
            ("session", id),
            ("person", person),
            ("today", sessions.Today),
            ("now", sessions.Now)
        );
        context
            .Principal!.Identities.First()
            .AddClaim(new Claim(StaffSession.SessionClaim, id.ToString("D", CultureInfo.InvariantCulture)));
    }

    /// <summary>Before the cookie is taken away.</summary>
    public static Task OnSigningOut(CookieSigningOutContext context) =>
        context
            .HttpContext.RequestServices.GetRequiredService<KnownSessions>()
            .EndAsync(context.HttpContext.User, context.HttpContext.RequestAborted);

    private DateOnly Today => clock.Today;

    private DateTimeOffset Now => clock.Now.ToUniversalTime();

    private async Task EndAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (Guid.TryParse(principal.FindFirstValue(StaffSession.SessionClaim), out var id))
        {
            await ExecuteAsync(End, ct, ("session", id), ("now", Now));
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = connection.ReachedCommand(Reach.System("session"), sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task SweepAsync(IServiceProvider services, CancellationToken ct)
    {
        var sessions = services.GetRequiredService<KnownSessions>();
        return sessions.ExecuteAsync(
            "DELETE FROM access.session WHERE started_at < @before",
            ct,
            ("before", sessions.Now - Longest - UnsentForm.Longest)
        );
    }
}
