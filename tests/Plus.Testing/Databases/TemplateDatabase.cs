using Npgsql;
using Plus.Host.Database;

namespace Plus.Testing.Databases;

/// <summary>The migrated database that test databases are copies of.</summary>
internal static class TemplateDatabase
{
    private const string Template = "test_template";
    private static readonly Lazy<Task> Migrated = new(MigrateAsync);

    // PostgreSQL copies a template for one at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    internal static async Task CloneAsync(EmbeddedPostgres server, string name)
    {
        await Migrated.Value;
        await OneAtATime.WaitAsync();
        try
        {
            await DoAsync(
                server,
                $"CREATE DATABASE \"{name}\" OWNER plus_owner TEMPLATE {Template} STRATEGY file_copy"
            );
        }
        finally
        {
            OneAtATime.Release();
        }
        await DoAsync(server, ClusterRoles.Doors(name));
    }

    internal static async Task<string> NewAsync(EmbeddedPostgres server, string name)
    {
        await DoAsync(server, ClusterRoles.Creation(name));
        await DoAsync(server, ClusterRoles.Doors(name));
        return name;
    }

    internal static async Task DoAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MigrateAsync()
    {
        var server = await PostgresServer.GetAsync();
        await NewAsync(server, Template);
        var owner = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString)
        {
            Database = Template,
            Pooling = false,
        };
        await DatabaseMigrator.MigrateAsync(owner.ConnectionString, ClusterSecrets.AppRole, CancellationToken.None);
    }
}
