using System.Security.Cryptography;
using System.Text;

namespace Plus.Host.Database;

/// <summary>
/// The paths of a data folder. The cluster and its locks lie in it, or, where the database's user may not enter
/// it, in another place which the file <c>postgres.location</c> names.
/// </summary>
internal sealed record DataFolder(string Home, string Place, PostgresUser User)
{
    private const int LongestSocketPath = 107;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    internal string Cluster => Path.Combine(Place, "postgres");
    internal string NewCluster => Path.Combine(Place, "postgres.new");
    internal string Secrets => Path.Combine(Home, "database.json");
    internal string UsersLock => Path.Combine(Place, "locks", "users");
    internal string StartLock => Path.Combine(Place, "locks", "start");
    internal string WatchLock => Path.Combine(Place, "locks", "watch");
    internal string RunLock => Path.Combine(Place, "locks", "run");
    internal string RunHolder => Path.Combine(Place, "locks", "run.json");
    internal string StartLog => Path.Combine(Place, "postgres-start.log");

    internal static async Task<DataFolder> OpenAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var home = Path.GetFullPath(options.DataFolder);
        var user = await PostgresUser.ResolveAsync(cancellation);
        try
        {
            if (!Directory.Exists(home))
            {
                Directory.CreateDirectory(home);
                File.SetUnixFileMode(home, user.Other ? Passable : Private);
            }
            var place = await PlaceAsync(home, user, options, cancellation);
            Directory.CreateDirectory(Path.Combine(place, "locks"), Private);
            var cluster = Path.Combine(place, "postgres");
            return new DataFolder(home, place, await user.OwningAsync(cluster, cancellation));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseStartException(
                $"The data folder {home} cannot be used by the user {Environment.UserName}: {refused.Message}",
                refused
            );
        }
    }

    private static async Task<string> PlaceAsync(
        string home,
        PostgresUser user,
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    )
    {
        var pointer = Path.Combine(home, "postgres.location");
        if (File.Exists(pointer))
        {
            var named = (await File.ReadAllTextAsync(pointer, cancellation)).Trim();
            return Directory.Exists(named)
                ? named
                : throw new DatabaseStartException(
                    $"{pointer} says that the database lies in {named}, which is not there. Bring that folder back, or "
                        + "restore a backup into a new data folder."
                );
        }
        if (await user.MayEnterAsync(home, cancellation))
        {
            return home;
        }
        var other = Path.Combine(options.RelocationParent, $"plus-{ShortHash(home)}");
        if (Directory.Exists(options.RelocationParent))
        {
            Directory.CreateDirectory(other, Passable);
            File.SetUnixFileMode(other, Passable);
        }
        if (!await user.MayEnterAsync(other, cancellation))
        {
            throw new DatabaseStartException(
                $"PostgreSQL runs as the user '{user.Name}', who may enter neither {home} nor {other}. Choose a data folder "
                    + "all whose parent folders let everyone pass (chmod o+x), or start PLUS as an ordinary user."
            );
        }
        await File.WriteAllTextAsync(pointer, other + "\n", cancellation);
        options.Say(
            $"The folder {home} is closed to the user '{user.Name}' that PostgreSQL runs as; the database lies in {other}."
        );
        return other;
    }

    /// <summary>
    /// The folder of the server's socket: the cluster's own, or, where the path would be longer than a socket's may
    /// be, a short one that nobody else may enter.
    /// </summary>
    internal async Task<string> SocketFolderAsync(CancellationToken cancellation)
    {
        if (SocketFits)
        {
            return Cluster;
        }
        var folder = ShortSockets;
        Directory.CreateDirectory(folder, Private);
        var entry = new DirectoryInfo(folder);
        var mine = User.Other ? $"{User.Uid}" : await ToolRun.DemandAsync(["id", "-u"], cancellation);
        var owner = await ToolRun.DemandAsync(["stat", "-c", "%u", folder], cancellation);
        // Anyone may make a folder in /tmp: one made by another user, or a link, could be a trap.
        if (entry.LinkTarget is not null || (owner != mine && owner != (User.Other ? "0" : mine)))
        {
            throw new DatabaseStartException(
                $"{folder} belongs to somebody else; remove it or use a shorter data folder."
            );
        }
        await User.TakeAsync(folder, cancellation);
        File.SetUnixFileMode(folder, Private);
        return folder;
    }

    private bool SocketFits => Encoding.UTF8.GetByteCount(Path.Combine(Cluster, ".s.PGSQL.5432")) <= LongestSocketPath;

    private string ShortSockets => $"/tmp/plus-{ShortHash(Cluster)}";

    /// <summary>Once the server is stopped.</summary>
    internal void RemoveShortSockets()
    {
        if (!SocketFits && Directory.Exists(ShortSockets))
        {
            Directory.Delete(ShortSockets, recursive: true);
        }
    }

    internal static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
