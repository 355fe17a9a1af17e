using System.Security.Cryptography;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.Moving;

/// <summary>
/// Moves files from one store into another while PLUS serves: copied, proved, and only then the row says where the file
/// lies now. Interrupted, it goes on where it was.
/// </summary>
internal sealed class FileMove(FileRows rows, FileStore store, BlobStores stores, FilePlaces places, FileHolds holds)
{
    private const int Batch = 500;

    /// <summary>Moves everything that does not lie in the target.</summary>
    public async Task<Moved> RunAsync(string target, Action<long, long> progress, CancellationToken ct)
    {
        var to = stores.Of(target);
        Directory.CreateDirectory(places.Temporary);
        var all = await rows.CountAsync("state = 'stored' AND store <> @to", ct, ("to", target));
        long done = 0;
        var failed = new List<string>();
        var last = Guid.Empty;
        while (
            await rows.ManyAsync(
                $"state = 'stored' AND store <> @to AND id > @last ORDER BY id LIMIT {Batch}",
                ct,
                ("to", target),
                ("last", last)
            )
                is { Count: > 0 } batch
        )
        {
            foreach (var row in batch)
            {
                if (!await MoveAsync(row, to, ct))
                {
                    failed.Add(row.Id.ToString());
                }

                progress(++done, all);
                last = row.Id.Value;
            }
        }

        return new Moved(done - failed.Count, failed);
    }

    private async Task<bool> MoveAsync(FileRow row, BlobStore to, CancellationToken ct)
    {
        var copy = Path.Combine(places.Temporary, $"{Guid.CreateVersion7():N}.part");
        try
        {
            if (!await CopyAsync(row, copy, ct))
            {
                return false;
            }

            await to.PutAsync(row.Address, copy, ct);
            if (await to.SizeAsync(row.Address, ct) != FileCipher.StoredSize(row.Size))
            {
                return false;
            }

            await rows.DoAsync(
                """
                WITH moved AS (
                    UPDATE files.stored_file SET store = @to WHERE id = @id AND store = @from RETURNING address)
                INSERT INTO files.removal (store, address, since) SELECT @from, address, now() FROM moved
                ON CONFLICT DO NOTHING
                """,
                ct,
                ("to", to.Code),
                ("from", row.Store),
                ("id", row.Id.Value)
            );
            await using var hold = await holds.TryAsync(ct);
            if (hold is not null)
            {
                await store.TakeOutAsync(row.Store, row.Address, ct);
            }

            return true;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<bool> CopyAsync(FileRow row, string copy, CancellationToken ct)
    {
        await using var from = await stores.Of(row.Store).OpenAsync(row.Address, ct);
        if (from is null)
        {
            return false;
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var file = new FileStream(copy, options);
        await from.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == row.Address;
    }
}

/// <summary>What a move did.</summary>
/// <param name="Files">Files that lie in the target now.</param>
/// <param name="Failed">Files that are missing or damaged where they lay; they stay there.</param>
internal sealed record Moved(long Files, IReadOnlyList<string> Failed);
