using System.Collections.Concurrent;
using System.Security.Cryptography;
using Plus.Shared.Files.Storing;
using Plus.Shared.Files.Sweeping;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Files.Verifying;

/// <summary>
/// Proves that each row has its file, undamaged and with a key that opens it, and each file its row; and mends what can
/// be mended: a file from another store or from a backup, a file without row, what the sweep takes.
/// </summary>
internal sealed class FileVerification(
    FileRows rows,
    BlobStores stores,
    KeyRing keys,
    FileSweep sweep,
    FilePlaces places,
    TimeProvider time
)
{
    private const int Batch = 2000;

    /// <summary>Looks at everything.</summary>
    /// <param name="mend">Whether to mend.</param>
    /// <param name="backup">Gives the bytes of an address out of a backup; null without one.</param>
    /// <param name="progress">Told how many of how many rows are done.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<FileVerdict> RunAsync(
        bool mend,
        Func<string, Stream?>? backup,
        Action<long, long> progress,
        CancellationToken ct
    )
    {
        var found = new ConcurrentBag<FileFinding>();
        var all = await rows.CountAsync("state = 'stored'", ct);
        long done = 0;
        var last = Guid.Empty;
        while (
            await rows.ManyAsync($"state = 'stored' AND id > @last ORDER BY id LIMIT {Batch}", ct, ("last", last))
                is { Count: > 0 } batch
        )
        {
            await Parallel.ForEachAsync(
                batch,
                ct,
                async (row, token) =>
                {
                    if (await FaultOfAsync(row, token) is { } fault)
                    {
                        var mended = mend && fault != FileFault.KeyLost && await MendAsync(row, backup, token);
                        found.Add(new FileFinding(fault, row.Id.ToString(), mended));
                    }

                    progress(Interlocked.Increment(ref done), all);
                }
            );
            last = batch[^1].Id.Value;
        }

        await OrphansAsync(mend, found, ct);
        await LeftAsync(mend, found, ct);
        return new FileVerdict(done, [.. found.OrderBy(f => f.Fault).ThenBy(f => f.What, StringComparer.Ordinal)]);
    }

    private async Task<FileFault?> FaultOfAsync(FileRow row, CancellationToken ct)
    {
        try
        {
            row.Open(keys);
        }
        catch (Exception lost) when (lost is CryptographicException or KeysUnavailableException)
        {
            return FileFault.KeyLost;
        }

        await using var file = await stores.Of(row.Store).OpenAsync(row.Address, ct);
        return file is null ? FileFault.Missing
            : await IsAsync(file, row.Address, ct) ? null
            : FileFault.Damaged;
    }

    private static async Task<bool> IsAsync(Stream file, string address, CancellationToken ct) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == address;

    private async Task<bool> MendAsync(FileRow row, Func<string, Stream?>? backup, CancellationToken ct)
    {
        foreach (var other in stores.All.Where(s => s.Code != row.Store))
        {
            await using var file = await other.OpenAsync(row.Address, ct);
            if (file is not null && await PutBackAsync(row, file, ct))
            {
                return true;
            }
        }

        await using var saved = backup?.Invoke(row.Address);
        return saved is not null && await PutBackAsync(row, saved, ct);
    }

    private async Task<bool> PutBackAsync(FileRow row, Stream from, CancellationToken ct)
    {
        Directory.CreateDirectory(places.Temporary);
        var copy = Path.Combine(places.Temporary, $"{Guid.CreateVersion7():N}.part");
        try
        {
            await using (var file = new FileStream(copy, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await from.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                if (!await IsAsync(file, row.Address, ct))
                {
                    return false;
                }
            }

            await stores.Of(row.Store).PutAsync(row.Address, copy, ct);
            return true;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    // The key of a file stands in its row: without one nobody can ever read it.
    private async Task OrphansAsync(bool mend, ConcurrentBag<FileFinding> found, CancellationToken ct)
    {
        foreach (var store in stores.All)
        {
            await foreach (var part in store.ListAsync(ct).Chunk(Batch).WithCancellation(ct))
            {
                foreach (var address in await rows.UnknownAsync(store.Code, part, ct))
                {
                    if (mend)
                    {
                        await store.RemoveAsync(address, ct);
                    }

                    found.Add(new FileFinding(FileFault.WithoutRow, $"{store.Code}/{address}", mend));
                }
            }
        }
    }

    private async Task LeftAsync(bool mend, ConcurrentBag<FileFinding> found, CancellationToken ct)
    {
        var before = time.GetUtcNow() - FileSweep.Grace;
        foreach (var row in await sweep.UnnamedAsync(before, ct))
        {
            found.Add(new FileFinding(FileFault.Unnamed, row.Id.ToString(), mend));
        }

        foreach (var row in await rows.ManyAsync("state = 'writing' AND touched_at <= @b", ct, ("b", before)))
        {
            found.Add(new FileFinding(FileFault.HalfWritten, row.Id.ToString(), mend));
        }

        if (mend)
        {
            await sweep.RunAsync(FileSweep.Grace, ct);
        }
    }
}

/// <summary>What is wrong with a file.</summary>
internal enum FileFault
{
    /// <summary>The row stands, the file does not.</summary>
    Missing,

    /// <summary>The file is not what was written.</summary>
    Damaged,

    /// <summary>Its key is damaged, or the master key is not here.</summary>
    KeyLost,

    /// <summary>The file stands, no row does.</summary>
    WithoutRow,

    /// <summary>No record names it and its day of grace is over.</summary>
    Unnamed,

    /// <summary>Its writing was never finished.</summary>
    HalfWritten,
}

/// <param name="What">The file's id, or its place when it has no row.</param>
internal sealed record FileFinding(FileFault Fault, string What, bool Mended);

/// <summary>What a verification found.</summary>
/// <param name="Files">Rows looked at.</param>
internal sealed record FileVerdict(long Files, IReadOnlyList<FileFinding> Findings)
{
    /// <summary>Whether nothing is left that is lost: what only waits to be swept is no loss.</summary>
    public bool IsWhole => Findings.All(f => f.Mended || f.Fault is FileFault.Unnamed or FileFault.HalfWritten);
}
