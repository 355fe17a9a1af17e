using System.Globalization;

namespace Plus.Host.Database;

/// <summary>Makes the cluster at the first start; stopped half-way, it leaves nothing that the next start would take for one.</summary>
internal static class ClusterCreation
{
    /// <summary>The cluster's major version, or null where there is no cluster yet.</summary>
    internal static int? ExistingVersion(DataFolder folder)
    {
        var file = Path.Combine(folder.Cluster, "PG_VERSION");
        if (File.Exists(file))
        {
            return int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture);
        }
        if (Directory.Exists(folder.Cluster) || File.Exists(folder.Secrets))
        {
            // Making an empty database here would hide that the old one is gone.
            throw new DatabaseStartException(
                $"{folder.Home} has held a database, but {folder.Cluster} holds none now. Bring that folder back, or restore "
                    + "a backup into a new data folder."
            );
        }
        return null;
    }

    internal static async Task CreateAsync(
        DataFolder folder,
        PostgresBinaries binaries,
        bool ephemeral,
        CancellationToken cancellation
    )
    {
        var secrets = ClusterSecrets.New();
        var password = Path.Combine(folder.Place, "postgres.password");
        try
        {
            if (Directory.Exists(folder.NewCluster))
            {
                Directory.Delete(folder.NewCluster, recursive: true);
            }
            Directory.CreateDirectory(
                folder.NewCluster,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            await folder.User.TakeAsync(folder.NewCluster, cancellation);
            await WritePasswordAsync(password, secrets.Superuser, cancellation);
            await folder.User.TakeAsync(password, cancellation);
            await ToolRun.DemandAsync(
                [
                    .. folder.User.Prefix,
                    binaries.Initdb,
                    "--pgdata=" + folder.NewCluster,
                    "--username=" + ClusterSecrets.SuperuserRole,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=icu",
                    "--icu-locale=lv-LV",
                    "--data-checksums",
                    .. ephemeral ? (string[])["--no-sync"] : [],
                ],
                cancellation
            );
        }
        finally
        {
            File.Delete(password);
        }
        // Local connections only, and only with a password.
        await File.WriteAllTextAsync(
            Path.Combine(folder.NewCluster, "pg_hba.conf"),
            "local all all scram-sha-256\n",
            cancellation
        );
        await File.AppendAllTextAsync(
            Path.Combine(folder.NewCluster, "postgresql.conf"),
            "\ninclude_dir = 'conf.d'   # 10-plus.conf is rewritten at each start; your own settings go into another file\n",
            cancellation
        );
        Directory.CreateDirectory(Path.Combine(folder.NewCluster, "conf.d"));
        await folder.User.TakeAsync(folder.NewCluster, cancellation);
        secrets.Save(folder.Secrets + ".new");
        Directory.Move(folder.NewCluster, folder.Cluster);
        KeepSecrets(folder);
    }

    /// <summary>Ends a creation that was stopped between its last two steps.</summary>
    internal static void KeepSecrets(DataFolder folder)
    {
        if (!File.Exists(folder.Secrets) && File.Exists(folder.Secrets + ".new"))
        {
            File.Move(folder.Secrets + ".new", folder.Secrets);
        }
    }

    private static async Task WritePasswordAsync(string path, string password, CancellationToken cancellation)
    {
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var file = new StreamWriter(path, options);
        await file.WriteLineAsync(password.AsMemory(), cancellation);
    }
}
