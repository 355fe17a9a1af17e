using System.IO.Compression;
using System.Security.Cryptography;
using Npgsql;
using Plus.Shared.Files;
using Plus.Shared.Files.Storing;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.Database.Backups;

/// <summary>Brings the files of a backup into the current store, and proves that each row has its file and its key.</summary>
internal sealed class FilesToRestore(FilePlaces places, BlobStores stores, KeyRing? keys)
{
    /// <summary>Refuses a backup whose files could not be opened afterwards, or that lacks some.</summary>
    internal void RefuseUnreadable(BackupManifest manifest, bool acceptMissing)
    {
        if (manifest.Files.Count == 0 && manifest.Files.Missing.Count == 0)
        {
            return;
        }

        var missing = manifest.Files.MasterKeys.FirstOrDefault(id => keys?.Content.Find(id) is null);
        if (missing is not null)
        {
            throw new DatabaseStartException(
                $"The backup's files are encrypted under the master key {missing}, which is not here. Bring the folder of "
                    + "keys that belongs to it into the new data folder, or name it in PLUS_KEYS. Nothing has been restored."
            );
        }

        if (manifest.Files.Missing.Count > 0 && !acceptMissing)
        {
            throw new DatabaseStartException(
                $"The backup lacks {manifest.Files.Missing.Count} files that were missing or damaged when it was made, the first {manifest.Files.Missing[0]}. "
                    + "--accept-missing restores it without them. Nothing has been restored."
            );
        }
    }

    /// <summary>Puts every file into the store; one that is damaged ends it.</summary>
    internal async Task PlaceAsync(BackupFile backup, CancellationToken cancellation)
    {
        foreach (var entry in backup.Files)
        {
            Directory.CreateDirectory(places.Temporary);
            var address = entry.Name;
            var copy = Path.Combine(places.Temporary, $"{Guid.CreateVersion7():N}.part");
            try
            {
                if (!BlobStore.IsAddress(address) || await CopyAsync(entry, copy, cancellation) != address)
                {
                    throw new DatabaseStartException(
                        $"The file {entry.FullName} of the backup is not what was saved. Nothing has been restored."
                    );
                }

                await stores.Current.PutAsync(address, copy, cancellation);
            }
            finally
            {
                File.Delete(copy);
            }
        }
    }

    /// <summary>
    /// Within the transaction of the restore: rows say where their files lie now, and each of them has its file in its
    /// size and a key that opens it.
    /// </summary>
    internal async Task ProveAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<string> accepted,
        CancellationToken cancellation
    )
    {
        await using (
            var place = new NpgsqlCommand(
                "UPDATE files.stored_file SET store = $1; DELETE FROM files.stored_file WHERE state = 'writing'; DELETE FROM files.removal".Replace(
                    "$1",
                    $"'{stores.Current.Code}'",
                    StringComparison.Ordinal
                ),
                connection
            )
        )
        {
            await place.ExecuteNonQueryAsync(cancellation);
        }

        var rows = new List<(Guid Id, string Address, long Size, string Key, byte[] Wrapped)>();
        await using (
            var command = new NpgsqlCommand(
                "SELECT id, address, size, master_key, wrapped_key FROM files.stored_file",
                connection
            )
        )
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(
                    (
                        reader.GetGuid(0),
                        reader.GetString(1),
                        reader.GetInt64(2),
                        reader.GetString(3),
                        reader.GetFieldValue<byte[]>(4)
                    )
                );
            }
        }

        foreach (var row in rows.Where(r => !accepted.Contains(r.Address, StringComparer.Ordinal)))
        {
            if (await stores.Current.SizeAsync(row.Address, cancellation) != FileCipher.StoredSize(row.Size))
            {
                throw new DatabaseStartException(
                    $"The file {row.Id} has a row and is not in the backup. Nothing has been restored."
                );
            }

            try
            {
                keys!.Unwrap(new WrappedKey(row.Key, row.Wrapped), row.Id.ToByteArray());
            }
            catch (CryptographicException)
            {
                throw new DatabaseStartException(
                    $"The key of the file {row.Id} is not opened by the master key {row.Key}. Nothing has been restored."
                );
            }
        }
    }

    private static async Task<string> CopyAsync(ZipArchiveEntry entry, string copy, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var file = new FileStream(copy, options);
        await using var stream = await entry.OpenAsync(cancellation);
        await stream.CopyToAsync(file, cancellation);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
