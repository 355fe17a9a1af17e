namespace Plus.Host.Database;

/// <summary>
/// Programs that lie in a folder closed to the database's user (a clone in root's home) are copied to where that
/// user can run them.
/// </summary>
internal static class BinariesForUser
{
    internal static async Task<PostgresBinaries> OfferAsync(
        PostgresBinaries binaries,
        DataFolder folder,
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    )
    {
        if (await folder.User.MayEnterAsync(binaries.Postgres, cancellation))
        {
            return binaries;
        }
        // bin, lib and share stand side by side, and each program finds the others from its own place.
        var root = Path.GetDirectoryName(binaries.Folder)!;
        var copy = Path.Combine(
            options.RelocationParent,
            $"plus-postgresql-{binaries.Major}-{DataFolder.ShortHash(root)}"
        );
        var there = binaries with { Folder = Path.Combine(copy, Path.GetFileName(binaries.Folder)) };
        if (!File.Exists(there.Postgres))
        {
            options.Say(
                $"{root} is closed to the user '{folder.User.Name}'; PostgreSQL's programs are copied to {copy}."
            );
            var half = copy + ".new";
            await ToolRun.DemandAsync(["rm", "-rf", half], cancellation);
            await ToolRun.DemandAsync(["cp", "-a", root, half], cancellation);
            await ToolRun.DemandAsync(["chmod", "-R", "go+rX,go-w", half], cancellation);
            await ToolRun.DemandAsync(["mv", "-T", half, copy], cancellation);
        }
        return there;
    }
}
