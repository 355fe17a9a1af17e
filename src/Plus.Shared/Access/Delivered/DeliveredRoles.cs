using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Delivered;

/// <summary>
/// The roles that come with PLUS. At every migration missing roles are added, and a permission that a new version
/// brings is added to its roles once; what the Service changed stays as it is.
/// </summary>
public static class DeliveredRoles
{
    public static IReadOnlyList<RoleLine> Read() =>
        DeliveredFile.Read<RolesPart>(typeof(DeliveredRoles).Assembly, "Plus.Shared/Access/Delivered/roles.json").Roles;

    public static async Task SeedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var role in Read())
        {
            var command = new NpgsqlBatchCommand(
                """
                INSERT INTO access.role AS held (code, scope, permissions, delivered, privileged, purpose)
                VALUES ($1, $2, $3, $3, $4, $5)
                ON CONFLICT (code) DO UPDATE
                SET permissions = ARRAY(
                        SELECT p FROM unnest(held.permissions) p
                        UNION
                        SELECT p FROM unnest(excluded.delivered) p WHERE p <> ALL (held.delivered)
                        ORDER BY p
                    ),
                    delivered = excluded.delivered
                WHERE held.delivered IS DISTINCT FROM excluded.delivered
                """
            );
            command.Parameters.AddWithValue(role.Code);
            command.Parameters.AddWithValue(role.Scope);
            command.Parameters.AddWithValue(role.Permissions.Order(StringComparer.Ordinal).ToArray());
            command.Parameters.AddWithValue(role.Privileged);
            command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = role.Purpose });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private sealed record RolesPart(IReadOnlyList<RoleLine> Roles);
}

/// <param name="Code">Stable code; the name stands in the texts under <c>role.&lt;code&gt;</c>.</param>
/// <param name="Scope">own, office, region or service.</param>
/// <param name="Privileged">Works only with a second factor; two people give it.</param>
/// <param name="Purpose">The purpose that everything done in the role has; null where each record asks for its own.</param>
public sealed record RoleLine(
    string Code,
    string Scope,
    IReadOnlyList<string> Permissions,
    bool Privileged = false,
    string? Purpose = null
);
