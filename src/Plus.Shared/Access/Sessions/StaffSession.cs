using System.Globalization;
using System.Security.Claims;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Shared.Access.Sessions;

/// <summary>
/// Reads who acts, anew for every request and in one statement: a post that ended, a role that lost a permission or
/// a changed password takes effect with the next click.
/// </summary>
public sealed class StaffSession(NpgsqlDataSource database, PlusClock clock)
{
    /// <summary>Cookie scheme.</summary>
    public const string Scheme = "plus";

    private const string StampClaim = "plus:stamp";

    private const string Sql = """
        SELECT s.given_name, s.surname, s.security_stamp, s.is_demo, p.office_id, r.code, r.scope, r.permissions,
               ARRAY(SELECT n.id FROM organisation.office n WHERE n.region_id = o.region_id)
        FROM access.staff s
        JOIN access.staff_post p ON p.staff_id = s.id AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
        JOIN access.role r ON r.code = p.role_code
        JOIN organisation.office o ON o.id = p.office_id
        WHERE s.id = $1 AND s.active_from <= $2 AND (s.active_to IS NULL OR s.active_to >= $2)
        """;

    public static ClaimsPrincipal PrincipalOf(StaffId id, string stamp) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, id.Value.ToString("D", CultureInfo.InvariantCulture)),
                    new Claim(StampClaim, stamp),
                ],
                Scheme
            )
        );

    /// <summary>Null when the session is over: the person left, has no post today, or the log-in changed.</summary>
    public async Task<StaffInSession?> ReadAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!StaffId.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(id.Value);
        command.Parameters.AddWithValue(clock.Today);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var gathered = new GatheredAccess();
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(2) != principal.FindFirstValue(StampClaim))
            {
                return null;
            }

            gathered.Name = reader.GetString(0) + " " + reader.GetString(1);
            gathered.IsDemo = reader.GetBoolean(3);
            gathered.Add(
                new OfficeId(reader.GetGuid(4)),
                reader.GetString(5),
                CodeConversion.Parse<AccessScope>(reader.GetString(6)),
                reader.GetFieldValue<string[]>(7),
                reader.GetFieldValue<Guid[]>(8)
            );
        }

        return gathered.Any ? gathered.ToSession(id) : null;
    }

    private sealed class GatheredAccess
    {
        private readonly Dictionary<string, AccessScope> _permissions = new(StringComparer.Ordinal);
        private readonly HashSet<OfficeId> _offices = [];
        private readonly HashSet<OfficeId> _regionOffices = [];
        private readonly HashSet<string> _roles = new(StringComparer.Ordinal);

        public string Name { get; set; } = "";

        public bool IsDemo { get; set; }

        public bool Any => _roles.Count > 0;

        public void Add(OfficeId office, string role, AccessScope scope, string[] permissions, Guid[] regionOffices)
        {
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

        public StaffInSession ToSession(StaffId id) =>
            new(
                new CurrentStaff
                {
                    Id = id,
                    Name = Name,
                    Permissions = _permissions,
                    Offices = [.. _offices],
                    RegionOffices = [.. _regionOffices],
                    Roles = [.. _roles.Order(StringComparer.Ordinal)],
                },
                IsDemo
            );
    }
}

/// <summary>A person in a running session.</summary>
public sealed record StaffInSession(CurrentStaff Staff, bool IsDemo);
