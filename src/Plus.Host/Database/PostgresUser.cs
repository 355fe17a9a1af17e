using System.Globalization;

namespace Plus.Host.Database;

/// <summary>
/// The operating system's user whose rights PostgreSQL runs with. PostgreSQL refuses to run as root, so root
/// gives it to the owner of the existing cluster, else to <c>postgres</c>, else to <c>nobody</c>.
/// </summary>
internal sealed record PostgresUser(string Name, uint Uid, uint Gid, bool Other)
{
    /// <summary>What stands before a command so that it runs as this user.</summary>
    internal IReadOnlyList<string> Prefix =>
        Other
            ?
            [
                "setpriv",
                "--reuid",
                Uid.ToString(CultureInfo.InvariantCulture),
                "--regid",
                Gid.ToString(CultureInfo.InvariantCulture),
                "--clear-groups",
                "--inh-caps=-all",
                "--no-new-privs",
                "--",
            ]
            : [];

    /// <summary>The user of the current process, or, for root, the one to drop to.</summary>
    internal static async Task<PostgresUser> ResolveAsync(CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new PostgresUser(Environment.UserName, 0, 0, Other: false);
        }
        foreach (var name in (string[])["postgres", "nobody"])
        {
            var id = await ToolRun.RunAsync(["id", "-u", name], cancellation);
            if (id.Succeeded)
            {
                var group = await ToolRun.DemandAsync(["id", "-g", name], cancellation);
                return new PostgresUser(name, Number(id.Output), Number(group), Other: true);
            }
        }
        throw new DatabaseStartException(
            "PostgreSQL does not run as root, and this system has neither a user 'postgres' nor 'nobody'. "
                + "Start PLUS as an ordinary user."
        );
    }

    /// <summary>For root: the owner of an existing cluster, so that a cluster keeps its owner.</summary>
    internal async Task<PostgresUser> OwningAsync(string cluster, CancellationToken cancellation)
    {
        if (!Other || !Directory.Exists(cluster))
        {
            return this;
        }
        var owner = (await ToolRun.DemandAsync(["stat", "-c", "%u %g %U", cluster], cancellation)).Split(' ');
        return Number(owner[0]) == 0 ? this : new PostgresUser(owner[2], Number(owner[0]), Number(owner[1]), true);
    }

    /// <summary>Whether this user may pass through the folder (search permission on it and all its parents).</summary>
    internal async Task<bool> MayEnterAsync(string folder, CancellationToken cancellation) =>
        (await ToolRun.RunAsync([.. Prefix, "test", "-x", folder], cancellation)).Succeeded;

    internal async Task TakeAsync(string path, CancellationToken cancellation)
    {
        if (Other)
        {
            await ToolRun.DemandAsync(["chown", "-R", $"{Uid}:{Gid}", path], cancellation);
        }
    }

    private static uint Number(string text) => uint.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
