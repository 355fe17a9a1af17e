using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.Sweeping;

/// <summary>
/// Finishes or undoes what was left half-way, and removes what no record names: temporary files, rows whose file never
/// came, removals not carried out, files handed in that nobody kept. A day's grace leaves alone what is being done now.
/// </summary>
internal sealed class FileSweep(FileStore store, FileRows rows, FilePlaces places, FileHolds holds, TimeProvider time)
{
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    public static readonly NightlyJob Job = new(
        "files.sweep",
        new TimeOnly(3, 40),
        async (services, ct) =>
        {
            await services.GetRequiredService<FileSweep>().RunAsync(Grace, ct);
        }
    );

    /// <summary>Sweeps what is older than the grace; zero when nothing else runs.</summary>
    public async Task<Swept> RunAsync(TimeSpan grace, CancellationToken ct)
    {
        var before = time.GetUtcNow() - grace;
        var temporary = SweepTemporary(grace);
        await using var hold = await holds.TryAsync(ct);
        if (hold is null)
        {
            return new Swept(temporary, 0, 0);
        }

        var half = 0;
        foreach (var row in await rows.ManyAsync("state = 'writing' AND touched_at <= @b", ct, ("b", before)))
        {
            half += await rows.RemoveAsync(row.Id, before, ct) ? 1 : 0;
        }

        var unnamed = 0;
        foreach (var row in await UnnamedAsync(before, ct))
        {
            unnamed += await rows.RemoveAsync(row.Id, before, ct) ? 1 : 0;
        }

        foreach (var (kind, address) in await rows.PairsAsync("SELECT store, address FROM files.removal", ct))
        {
            await store.TakeOutAsync(kind, address, ct);
        }

        return new Swept(temporary, half, unnamed);
    }

    /// <summary>Stored files that no foreign key of any table names.</summary>
    public Task<List<FileRow>> UnnamedAsync(DateTimeOffset before, CancellationToken ct) =>
        rows.ManyAsync("id IN (SELECT files.unnamed(@b))", ct, ("b", before));

    private int SweepTemporary(TimeSpan grace)
    {
        if (!Directory.Exists(places.Temporary))
        {
            return 0;
        }

        var old = new DirectoryInfo(places.Temporary)
            .EnumerateFiles("*.part")
            .Where(f => TimeProvider.System.GetUtcNow() - new DateTimeOffset(f.LastWriteTimeUtc) >= grace)
            .ToList();
        old.ForEach(f => f.Delete());
        return old.Count;
    }
}

/// <summary>What a sweep took away.</summary>
/// <param name="Temporary">Temporary files.</param>
/// <param name="HalfWritten">Rows whose writing was not finished.</param>
/// <param name="Unnamed">Files that no record names.</param>
internal sealed record Swept(int Temporary, int HalfWritten, int Unnamed);
