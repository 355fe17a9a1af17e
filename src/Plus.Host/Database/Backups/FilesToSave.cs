using System.IO.Compression;
using System.Security.Cryptography;
using Npgsql;
using Plus.Shared.Files.Storing;

namespace Plus.Host.Database.Backups;

/// <summary>Puts the files of a moment into its backup, encrypted as they lie; their wrapped keys are in their rows.</summary>
internal sealed class FilesToSave(BlobStores stores)
{
    internal const string Folder = "files/";

    /// <summary>While the connection holds it, nothing is taken out of a store.</summary>
    internal static string HoldSql => $"SELECT pg_advisory_lock_shared({FileHolds.Key})";

    /// <summary>Saves the files that the transaction of the connection sees.</summary>
    internal async Task<SavedFiles> SaveAsync(
        NpgsqlConnection connection,
        ZipArchive zip,
        CancellationToken cancellation
    )
    {
        var (files, keys) = await ReadAsync(connection, cancellation);
        var lost = new List<string>();
        long bytes = 0;
        foreach (var (address, store) in files)
        {
            var size = await SaveAsync(zip, address, store, cancellation);
            bytes += size ?? 0;
            if (size is null)
            {
                lost.Add(address);
            }
        }

        return new SavedFiles(files.Count - lost.Count, bytes, keys, lost);
    }

    private async Task<long?> SaveAsync(ZipArchive zip, string address, string store, CancellationToken cancellation)
    {
        await using (var proved = await stores.Of(store).OpenAsync(address, cancellation))
        {
            // A damaged file must not look like a saved one.
            if (proved is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(proved, cancellation)) != address)
            {
                return null;
            }

            proved.Position = 0;
            await using var entry = await zip.CreateEntry(Folder + address, CompressionLevel.NoCompression)
                .OpenAsync(cancellation);
            await proved.CopyToAsync(entry, cancellation);
            return proved.Length;
        }
    }

    private static async Task<(List<(string Address, string Store)> Files, List<string> Keys)> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT address, store, master_key FROM files.stored_file WHERE state = 'stored' ORDER BY address",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var files = new List<(string, string)>();
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            files.Add((reader.GetString(0), reader.GetString(1)));
            keys.Add(reader.GetString(2));
        }

        return (files, [.. keys]);
    }
}
