using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Host.Database;

/// <summary>The connection strings of a cluster's three roles.</summary>
internal sealed record ClusterConnections(string Sockets, ClusterSecrets Secrets)
{
    internal string Owner => ThroughPlus.Mark(For(ClusterSecrets.OwnerRole, Secrets.Owner, ClusterRoles.Database));

    internal string App => ThroughPlus.Mark(For(ClusterSecrets.AppRole, Secrets.App, ClusterRoles.Database));

    internal string ArchiveOwner =>
        ThroughPlus.Mark(For(ClusterSecrets.OwnerRole, Secrets.Owner, ClusterRoles.Archive));

    internal string ArchiveApp => ThroughPlus.Mark(For(ClusterSecrets.AppRole, Secrets.App, ClusterRoles.Archive));

    internal string Superuser(string database) =>
        For(ClusterSecrets.SuperuserRole, Secrets.Superuser, database, pooled: false);

    internal string For(string role, string password, string database, bool pooled = true) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Sockets,
            Port = ServerLaunch.Port,
            Database = database,
            Username = role,
            Password = password,
            Pooling = pooled,
            ApplicationName = "PLUS",
        }.ConnectionString;

    internal void ClearPools()
    {
        foreach (var connectionString in (string[])[Owner, App, ArchiveOwner, ArchiveApp])
        {
            using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
