using Npgsql;

namespace Plus.Host.Database;

/// <summary>Brings a data folder's server up, or takes over the one that runs; called under the folder's start lock.</summary>
internal static class ClusterStart
{
    internal static async Task<ClusterConnections> EnsureAsync(
        DataFolder folder,
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    )
    {
        ClusterCreation.KeepSecrets(folder);
        var version = ClusterCreation.ExistingVersion(folder);
        var sockets = await folder.SocketFolderAsync(cancellation);
        var until = DateTime.UtcNow + options.WaitForReady;
        while (true)
        {
            if (RunningServer.Find(folder.Cluster) is null)
            {
                await LaunchAsync(folder, options, version, sockets, cancellation);
                version = ClusterCreation.ExistingVersion(folder);
            }
            if (await AnswersAsync(folder, sockets, cancellation))
            {
                break;
            }
            if (DateTime.UtcNow > until)
            {
                throw new DatabaseStartException($"The PostgreSQL of {folder.Cluster} runs but does not answer.");
            }
            await Task.Delay(50, cancellation);
        }
        ServerLaunch.Guard(folder, options);
        var connections = new ClusterConnections(sockets, ClusterSecrets.Load(folder.Secrets));
        await ClusterRoles.EnsureAsync(connections.Superuser("postgres"), connections.Secrets, cancellation);
        await CollationVersions.RepairAsync(connections.Superuser, options.Say, cancellation);
        return connections;
    }

    internal static async Task LaunchAsync(
        DataFolder folder,
        EmbeddedPostgresOptions options,
        int? version,
        string sockets,
        CancellationToken cancellation
    )
    {
        var binaries = await PostgresBinaries.FindAsync(options, version, cancellation);
        binaries = await BinariesForUser.OfferAsync(binaries, folder, options, cancellation);
        if (version is null)
        {
            await ClusterCreation.CreateAsync(folder, binaries, options.Ephemeral, cancellation);
        }
        await ServerLaunch.StartAsync(folder, binaries, sockets, options, cancellation);
    }

    // A server taken over may still be replaying its log, or be about to end.
    private static async Task<bool> AnswersAsync(DataFolder folder, string sockets, CancellationToken cancellation)
    {
        var connections = new ClusterConnections(sockets, ClusterSecrets.Load(folder.Secrets));
        try
        {
            await using var connection = new NpgsqlConnection(connections.Superuser("postgres"));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword)
        {
            throw new DatabaseStartException(
                "The passwords in database.json are not those of the database beside it; it seems to belong to another "
                    + "data folder.",
                refused
            );
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
