using Npgsql;

namespace Plus.Host.Database;

/// <summary>
/// A private PostgreSQL in a data folder: on a Unix socket, without a port, with its own passwords. Every process
/// that uses the folder holds a shared lock; the server lives as long as at least one of them does.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions options;
    private readonly DataFolder folder;
    private readonly FolderLock use;
    private readonly RunClaim? claim;
    private readonly ClusterConnections connections;
    private readonly ServerWatch watch;
    private bool disposed;

    private EmbeddedPostgres(
        EmbeddedPostgresOptions options,
        DataFolder folder,
        FolderLock use,
        RunClaim? claim,
        ClusterConnections connections
    )
    {
        this.options = options;
        this.folder = folder;
        this.use = use;
        this.claim = claim;
        this.connections = connections;
        watch = new ServerWatch(folder, options);
    }

    /// <summary>Connects as <c>plus_owner</c>, who owns the database and migrates it.</summary>
    public string OwnerConnectionString => connections.Owner;

    /// <summary>Connects as <c>plus_app</c>, who owns nothing.</summary>
    public string AppConnectionString => connections.App;

    /// <summary>The archive, as its owner.</summary>
    public string ArchiveOwnerConnectionString => connections.ArchiveOwner;

    /// <summary>The archive, as the application.</summary>
    public string ArchiveAppConnectionString => connections.ArchiveApp;

    /// <summary>What keeps the server from running at this moment, in words for an operator; else null.</summary>
    public string? Trouble => watch.Trouble;

    /// <summary>The folder of the server's socket.</summary>
    internal string Sockets => connections.Sockets;

    /// <summary>The folder of the server's files.</summary>
    internal string Cluster => folder.Cluster;

    /// <summary>The server's process.</summary>
    internal int? ServerPid => RunningServer.Find(folder.Cluster)?.Pid;

    /// <summary>Connects as the cluster's superuser, for what neither role may do (restoring, collations).</summary>
    internal string SuperuserConnectionTo(string database) => connections.Superuser(database);

    /// <summary>Ends connections that wait in pools.</summary>
    internal void ClearPools() => connections.ClearPools();

    /// <summary>Opens the folder for serving. Refused while another process serves it.</summary>
    /// <exception cref="DataFolderInUseException">Names the process that serves the folder.</exception>
    /// <exception cref="DatabaseStartException">Says why there is no database and what to do.</exception>
    public static Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation) =>
        OpenAsync(options, serves: true, cancellation);

    /// <summary>Opens the folder for a command, beside whoever uses it already.</summary>
    /// <exception cref="DatabaseStartException">Says why there is no database and what to do.</exception>
    public static Task<EmbeddedPostgres> AttachOrStartAsync(
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    ) => OpenAsync(options, serves: false, cancellation);

    private static async Task<EmbeddedPostgres> OpenAsync(
        EmbeddedPostgresOptions options,
        bool serves,
        CancellationToken cancellation
    )
    {
        var place = await DataFolder.OpenAsync(options, cancellation);
        RunClaim? serving = null;
        FolderLock? sharing = null;
        try
        {
            serving = serves ? RunClaim.Take(place, options.Command) : null;
            sharing = await FolderLock.SharedAsync(place.UsersLock, options.WaitForOthers, cancellation);
            ClusterConnections roles;
            using (await FolderLock.AloneAsync(place.StartLock, options.WaitForOthers, cancellation))
            {
                roles = await ClusterStart.EnsureAsync(place, options, cancellation);
            }
            var opened = new EmbeddedPostgres(options, place, sharing, serving, roles);
            opened.watch.Begin();
            return opened;
        }
        catch (Exception failure)
        {
            if (sharing is not null)
            {
                await LeaveAsync(place, sharing, options);
            }
            serving?.Dispose();
            if (failure is IOException full && StartFailure.DiskIsFull(full))
            {
                throw new DatabaseStartException(StartFailure.DiskFullSentence(place), full);
            }
            throw;
        }
    }

    /// <summary>Lets go of the server; the last one to do so stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }
        disposed = true;
        await watch.DisposeAsync();
        connections.ClearPools();
        await LeaveAsync(folder, use, options);
        claim?.Dispose();
    }

    private static async Task LeaveAsync(DataFolder folder, FolderLock use, EmbeddedPostgresOptions options)
    {
        var served = RunningServer.Find(folder.Cluster);
        use.Dispose();
        while (true)
        {
            using (var alone = FolderLock.TryAlone(folder.UsersLock))
            {
                if (alone is not null)
                {
                    if (RunningServer.Find(folder.Cluster) is { } server)
                    {
                        await server.StopAsync(folder.Cluster, options.Ephemeral, CancellationToken.None);
                    }
                    folder.RemoveShortSockets();
                    if (options.Ephemeral)
                    {
                        Directory.Delete(folder.Home, recursive: true);
                    }
                    return;
                }
            }
            using (var shared = FolderLock.TryShared(folder.UsersLock))
            {
                if (shared is not null)
                {
                    return; // Others use the server: the last of them stops it.
                }
            }
            // The guard has the folder to itself and is stopping the server.
            if (served is null || !served.Runs(folder.Cluster))
            {
                return;
            }
            await Task.Delay(10);
        }
    }
}
