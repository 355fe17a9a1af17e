using Npgsql;

namespace Plus.Host.Database;

/// <summary>
/// Starts the server again when it has ended under PLUS (killed, out of memory, disk full), and goes on trying.
/// </summary>
internal sealed class ServerWatch(DataFolder folder, EmbeddedPostgresOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource ending = new();
    private Task watching = Task.CompletedTask;

    internal string? Trouble { get; private set; }

    internal void Begin() => watching = Task.Run(WatchAsync);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        ending.Dispose();
    }

    private async Task WatchAsync()
    {
        var pause = Pace;
        try
        {
            while (true)
            {
                await Task.Delay(pause, ending.Token);
                pause = await StandsAsync() ? Pace : Min(pause * 2, LongestPause);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the watch.
        }
    }

    private async Task<bool> StandsAsync()
    {
        try
        {
            if (RunningServer.Find(folder.Cluster) is null)
            {
                await RestartAsync();
            }
            Trouble = null;
            return true;
        }
        catch (Exception failure) when (failure is DatabaseStartException or IOException or UnauthorizedAccessException)
        {
            if (Trouble != failure.Message)
            {
                options.Say(failure.Message);
            }
            Trouble = failure.Message;
            return false;
        }
    }

    private async Task RestartAsync()
    {
        using var alone = await FolderLock.AloneAsync(folder.StartLock, options.WaitForOthers, ending.Token);
        if (RunningServer.Find(folder.Cluster) is not null)
        {
            return;
        }
        options.Say("PostgreSQL has ended unexpectedly and is being started again.");
        // Connections to the dead server are of no use any more.
        NpgsqlConnection.ClearAllPools();
        var version = ClusterCreation.ExistingVersion(folder);
        var sockets = await folder.SocketFolderAsync(ending.Token);
        await ClusterStart.LaunchAsync(folder, options, version, sockets, ending.Token);
        ServerLaunch.Guard(folder, options);
        options.Say("PostgreSQL runs again; nothing that was saved is lost.");
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
