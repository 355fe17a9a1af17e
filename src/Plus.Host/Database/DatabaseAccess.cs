using Npgsql;
using Plus.Host.Database.Backups;
using Plus.Kernel.Storage;

namespace Plus.Host.Database;

/// <summary>
/// The database of this process, ready for use. In embedded mode its schema is migrated by itself; on a server of
/// one's own it never is, and PLUS refuses a schema that it does not know.
/// </summary>
public sealed class DatabaseAccess : IAsyncDisposable
{
    private readonly DatabaseSettings settings;

    private DatabaseAccess(DatabaseSettings settings, EmbeddedPostgres? embedded)
    {
        this.settings = settings;
        Embedded = embedded;
    }

    /// <summary>The private server, or null on a server of one's own.</summary>
    public EmbeddedPostgres? Embedded { get; }

    /// <summary>Connects as the application.</summary>
    public string AppConnectionString =>
        ThroughPlus.Mark(
            Embedded?.AppConnectionString ?? settings.App ?? throw Missing("PLUS_DB", "the application's")
        );

    /// <summary>Connects as the owner.</summary>
    public string OwnerConnectionString =>
        ThroughPlus.Mark(
            Embedded?.OwnerConnectionString ?? settings.Owner ?? throw Missing("PLUS_DB_OWNER", "the owner's")
        );

    /// <summary>The archive, as the application; null where there is none.</summary>
    public string? ArchiveConnectionString =>
        (Embedded?.ArchiveAppConnectionString ?? (settings.OwnServer ? settings.Archive : null)) is { } archive
            ? ThroughPlus.Mark(archive)
            : null;

    /// <summary>The archive, as its owner; null where there is none.</summary>
    internal string? ArchiveOwnerConnectionString =>
        (Embedded?.ArchiveOwnerConnectionString ?? (settings.OwnServer ? settings.ArchiveOwner : null)) is { } archive
            ? ThroughPlus.Mark(archive)
            : null;

    /// <summary>The role of the application, which the owner grants rights to.</summary>
    public string AppRole =>
        new NpgsqlConnectionStringBuilder(Embedded?.AppConnectionString ?? settings.App).Username
        ?? ClusterSecrets.AppRole;

    /// <summary>For serving: only one process at a time may hold a data folder so.</summary>
    public static async Task<DatabaseAccess> ServeAsync(
        DatabaseSettings settings,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var opened = await OpenAsync(settings, say, serves: true, cancellation);
        return await ReadyAsync(opened, say, cancellation);
    }

    /// <summary>For a command: beside whoever serves the folder, or alone.</summary>
    public static async Task<DatabaseAccess> UseAsync(
        DatabaseSettings settings,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var opened = await OpenAsync(settings, say, serves: false, cancellation);
        return await ReadyAsync(opened, say, cancellation);
    }

    /// <summary>For <c>migrate</c> and <c>restore</c>: whatever its schema is.</summary>
    internal static async Task<DatabaseAccess> AsItIsAsync(
        DatabaseSettings settings,
        Action<string> say,
        CancellationToken cancellation
    ) => (await OpenAsync(settings, say, serves: false, cancellation)).WithKey(make: true);

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<DatabaseAccess> OpenAsync(
        DatabaseSettings settings,
        Action<string> say,
        bool serves,
        CancellationToken cancellation
    )
    {
        if (settings.OwnServer)
        {
            await OwnServer.ProbeAsync(settings, cancellation);
            return new DatabaseAccess(settings, null);
        }
        var options = new EmbeddedPostgresOptions(settings.DataFolder) { Say = say };
        return new DatabaseAccess(
            settings,
            serves
                ? await EmbeddedPostgres.StartAsync(options, cancellation)
                : await EmbeddedPostgres.AttachOrStartAsync(options, cancellation)
        );
    }

    private static async Task<DatabaseAccess> ReadyAsync(
        DatabaseAccess opened,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        try
        {
            await RefuseHalfRestoredAsync(opened, cancellation);
            opened.WithKey(make: opened.Embedded is not null);
            if (opened.Embedded is { } embedded)
            {
                var ran = await DatabaseMigrator.MigrateAsync(
                    embedded.OwnerConnectionString,
                    opened.AppRole,
                    cancellation
                );
                if (ran.Count > 0)
                {
                    say($"The database's schema has been brought up to date ({ran.Count} steps).");
                }

                await ArchiveSchema.EnsureAsync(embedded, fresh: ran.Count > 0, cancellation);
                await ArchiveSchema.MigrateAsync(embedded.ArchiveOwnerConnectionString, opened.AppRole, cancellation);
                return opened;
            }
            var state = await SchemaCheck.ReadAsync(opened.settings.App ?? opened.OwnerConnectionString, cancellation);
            if (state.Standing is not SchemaStanding.Current)
            {
                throw new DatabaseStartException(state.Sentence);
            }
            await RefuseLostArchiveAsync(opened, cancellation);

            await WallKeyStore.CheckAsync(
                opened.settings.App is null ? opened.OwnerConnectionString : opened.AppConnectionString,
                opened.settings.WallKeyPath,
                cancellation
            );

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    // What lies there would seem not to exist.
    private static async Task RefuseLostArchiveAsync(DatabaseAccess opened, CancellationToken cancellation)
    {
        if (opened.settings.Archive is { } archive)
        {
            var state = await SchemaCheck.ReadAsync(archive, cancellation);
            if (state.Standing is not SchemaStanding.Current)
            {
                throw new DatabaseStartException("The archive (PLUS_ARCHIVE_DB): " + state.Sentence);
            }

            return;
        }

        await using var connection = new NpgsqlConnection(opened.settings.Owner ?? opened.settings.App);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT archive.holds_cases()", connection);
        if (await command.ExecuteScalarAsync(cancellation) is true)
        {
            throw new DatabaseStartException(
                "Closed cases lie in an archive and PLUS_ARCHIVE_DB names none: set it to the archive that belongs to this database."
            );
        }
    }

    private DatabaseAccess WithKey(bool make)
    {
        string?[] known =
        [
            Embedded?.AppConnectionString ?? settings.App,
            Embedded?.OwnerConnectionString ?? settings.Owner,
            Embedded?.ArchiveAppConnectionString ?? settings.Archive,
            Embedded?.ArchiveOwnerConnectionString ?? settings.ArchiveOwner,
        ];
        foreach (var connectionString in known.OfType<string>())
        {
            WallKeyStore.Load(settings.WallKeyPath, connectionString, make);
        }

        return this;
    }

    private static async Task RefuseHalfRestoredAsync(DatabaseAccess opened, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(
            opened.Embedded?.OwnerConnectionString ?? opened.settings.App ?? opened.settings.Owner
        );
        await connection.OpenAsync(cancellation);
        if (await DatabaseRestore.IsUnfinishedAsync(connection, cancellation))
        {
            throw new DatabaseStartException(
                "A restore into this database has not been finished; run plus restore again."
            );
        }
    }

    private static DatabaseStartException Missing(string name, string whose) =>
        new($"This needs {whose} connection string in {name}.");
}
