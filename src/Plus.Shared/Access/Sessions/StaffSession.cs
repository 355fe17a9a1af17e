using System.Globalization;
using System.Security.Claims;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Sessions;

/// <summary>
/// Reads who acts, anew for every request and in one statement: a post that ended, a role that lost a permission or
/// a changed password takes effect with the next click.
/// </summary>
public sealed class StaffSession(NpgsqlDataSource database, PlusClock clock, ModuleList modules)
{
    /// <summary>Cookie scheme.</summary>
    public const string Scheme = "plus";

    private const string StampClaim = "plus:stamp";

    private const string StrongClaim = "plus:strong";

    private const string PassClaim = "plus:pass";

    /// <summary>The id of the row that says whether the session is over.</summary>
    internal const string SessionClaim = "plus:session";

    private const string Sql = """
        SELECT s.given_name, s.surname, s.security_stamp, s.is_demo, p.office_id, r.code, r.scope, r.permissions, r.privileged,
               ARRAY(SELECT n.id FROM organisation.office n WHERE n.region_id = o.region_id),
               l.stands_in_for, l.opened, l.purposes, l.closed, r.purpose, e.posts
        FROM access.staff s
        JOIN access.staff_post p ON p.staff_id = s.id AND p.valid_from <= @today AND (p.valid_to IS NULL OR p.valid_to >= @today)
        JOIN access.role r ON r.code = p.role_code
        JOIN organisation.office o ON o.id = p.office_id
        CROSS JOIN access.lists_of(s.id, @today, @now) l
        LEFT JOIN access.session e ON e.id = @session AND e.staff_id = s.id AND e.ended_at IS NULL AND e.started_at > @oldest
        WHERE s.id = @person AND s.active_from <= @today AND (s.active_to IS NULL OR s.active_to >= @today)
          AND (s.ends_at IS NULL OR s.ends_at > @now)
        """;

    /// <param name="strong">A second factor was shown.</param>
    public static ClaimsPrincipal PrincipalOf(Staff person, bool strong) =>
        PrincipalOf(person.Id, person.SecurityStamp, strong);

    /// <summary>
    /// Who was given something to act with in their name: it has an end of its own. Never put into a cookie.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="stamp">Their security stamp at that time.</param>
    /// <param name="strong">It was given in a session with a second factor.</param>
    /// <param name="session">The session with which it ends too; null for what outlives sessions.</param>
    public static ClaimsPrincipal PassOf(StaffId person, string stamp, bool strong, Guid? session = null)
    {
        var principal = PrincipalOf(person, stamp, strong);
        principal
            .Identities.First()
            .AddClaim(
                session is { } id
                    ? new Claim(SessionClaim, id.ToString("D", CultureInfo.InvariantCulture))
                    : new Claim(PassClaim, "1")
            );
        return principal;
    }

    /// <summary>The id of the session's row.</summary>
    public static Guid SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var known) ? known : Guid.Empty;

    private static ClaimsPrincipal PrincipalOf(StaffId person, string stamp, bool strong) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, person.Value.ToString("D", CultureInfo.InvariantCulture)),
                    new Claim(StampClaim, stamp),
                    .. strong ? [new Claim(StrongClaim, "1")] : Array.Empty<Claim>(),
                ],
                Scheme
            )
        );

    /// <summary>Whether the session began with a second factor.</summary>
    public static bool IsStrong(ClaimsPrincipal principal) => principal.HasClaim(StrongClaim, "1");

    /// <summary>
    /// Null when the session is over: somebody logged out of it, it lasted too long, the person left or lost a post that it
    /// began with, or the log-in changed.
    /// </summary>
    public async Task<StaffInSession?> ReadAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!StaffId.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = connection.ReachedCommand(Reach.System("session"), Sql);
        command.Parameters.AddWithValue("person", id.Value);
        command.Parameters.AddWithValue("today", clock.Today);
        command.Parameters.AddWithValue("now", clock.Now.ToUniversalTime());
        command.Parameters.AddWithValue("oldest", clock.Now.ToUniversalTime() - KnownSessions.Longest);
        command.Parameters.AddWithValue("session", SessionOf(principal));
        var isPass = principal.HasClaim(PassClaim, "1");
        var began = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var gathered = new GatheredAccess();
        var strong = IsStrong(principal);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(2) != principal.FindFirstValue(StampClaim) || (!isPass && reader.IsDBNull(15)))
            {
                return null;
            }

            if (!isPass)
            {
                began.UnionWith(reader.GetFieldValue<string[]>(15));
            }

            gathered.Posts.Add(reader.GetString(5) + "@" + reader.GetGuid(4));
            gathered.Name = reader.GetString(0) + " " + reader.GetString(1);
            gathered.IsDemo = reader.GetBoolean(3);
            gathered.Lists = new OpenedAndClosed(
                [.. reader.GetFieldValue<Guid[]>(10).Select(StaffId.From)],
                [.. reader.GetFieldValue<Guid[]>(11).Select(ClientId.From)],
                [.. reader.GetFieldValue<Guid[]>(13).Select(ClientId.From)],
                reader.GetFieldValue<string[]>(12)
            );
            // The invented people of the demo carry no telephone; they are let in on this machine alone.
            if (reader.GetBoolean(8) && !strong && !gathered.IsDemo)
            {
                gathered.Rests = true;
                continue;
            }

            gathered.Add(
                new OfficeId(reader.GetGuid(4)),
                reader.GetString(5),
                CodeConversion.Parse<AccessScope>(reader.GetString(6)),
                reader.GetFieldValue<string[]>(7),
                reader.GetFieldValue<Guid[]>(9),
                reader.IsDBNull(14) ? null : reader.GetString(14)
            );
        }

        return gathered.Any && began.IsSubsetOf(gathered.Posts) ? gathered.ToSession(id, modules, clock.Today) : null;
    }

    private sealed class GatheredAccess
    {
        private readonly Dictionary<string, AccessScope> _permissions = new(StringComparer.Ordinal);
        private readonly HashSet<OfficeId> _offices = [];
        private readonly HashSet<OfficeId> _regionOffices = [];
        private readonly HashSet<string> _roles = new(StringComparer.Ordinal);

        /// <summary>What is held today, as <c>role@office</c>.</summary>
        public HashSet<string> Posts { get; } = new(StringComparer.Ordinal);

        public string Name { get; set; } = "";

        public bool IsDemo { get; set; }

        public OpenedAndClosed Lists { get; set; } = OpenedAndClosed.None;

        /// <summary>A role rests until there is a second factor.</summary>
        public bool Rests { get; set; }

        public bool Any => Rests || _roles.Count > 0;

        // Two roles with different purposes say nothing about what a record is opened for.
        private readonly HashSet<string?> _purposes = [];

        public void Add(
            OfficeId office,
            string role,
            AccessScope scope,
            string[] permissions,
            Guid[] regionOffices,
            string? purpose
        )
        {
            _purposes.Add(purpose);
            _offices.Add(office);
            _regionOffices.Add(office);
            _regionOffices.UnionWith(regionOffices.Select(OfficeId.From));
            _roles.Add(role);
            foreach (var permission in permissions)
            {
                if (_permissions.GetValueOrDefault(permission) < scope)
                {
                    _permissions[permission] = scope;
                }
            }
        }

        public StaffInSession ToSession(StaffId id, ModuleList modules, DateOnly today) =>
            new(
                StaffReach.Tell(
                    new CurrentStaff
                    {
                        Id = id,
                        Name = Name,
                        Permissions = _permissions,
                        Offices = [.. _offices],
                        RegionOffices = [.. _regionOffices],
                        Roles = [.. _roles.Order(StringComparer.Ordinal)],
                        Purpose = _purposes.Count == 1 ? _purposes.Single() : null,
                    },
                    modules,
                    today,
                    Lists
                ),
                IsDemo,
                Rests
            );
    }
}

/// <summary>A person in a running session.</summary>
/// <param name="RoleRests">One of the roles asks for a second factor and got none: it gives nothing in this session.</param>
public sealed record StaffInSession(CurrentStaff Staff, bool IsDemo, bool RoleRests);
