using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Files.Verifying;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

public sealed class VerifyFilesTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task EveryKindOfFault_IsFound_AndMendedWhereItCanBe()
    {
        var whole = await NamedAsync(1);
        var missing = await NamedAsync(2);
        var damaged = await NamedAsync(3);
        var keyless = await NamedAsync(4);
        var unnamed = await app.KeepAsync(Bytes(5000, 5));
        var saved = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var id in new[] { missing, damaged })
        {
            var path = await app.PathAsync(id);
            saved[Path.GetFileName(path)] = await File.ReadAllBytesAsync(path, Ct);
        }

        File.Delete(await app.PathAsync(missing));
        await File.WriteAllTextAsync(await app.PathAsync(damaged), "x", Ct);
        await app.OwnerAsync(
            $"UPDATE files.stored_file SET wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1) WHERE id = '{keyless}'"
        );
        await app.OwnerAsync($"UPDATE files.stored_file SET touched_at = '2026-01-01' WHERE id = '{unnamed.Id}'");
        var orphan = new string('a', 64);
        var place = Path.Combine(app.Places().Folder, "aa", "aa", orphan);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await File.WriteAllTextAsync(place, "nobody's", Ct);
        await app.OwnerAsync(
            $"INSERT INTO files.stored_file SELECT gen_random_uuid(), sha256, size, media_type, 'writing', store, repeat('b', 64), wrapped_key, master_key, scan, '2026-01-01', false FROM files.stored_file WHERE id = '{whole}'".Replace(
                "INSERT INTO files.stored_file SELECT",
                "INSERT INTO files.stored_file (id, sha256, size, media_type, state, store, address, wrapped_key, master_key, scan, touched_at, words_read) SELECT",
                StringComparison.Ordinal
            )
        );

        var found = await RunAsync(false);

        Assert.Equal(
            ["Damaged", "HalfWritten", "KeyLost", "Missing", "Unnamed", "WithoutRow"],
            found.Findings.Select(f => f.Fault.ToString()).Order(StringComparer.Ordinal)
        );
        Assert.False(found.IsWhole);
        Assert.DoesNotContain(found.Findings, f => f.What == whole.ToString());
        Assert.True(File.Exists(place));

        await RunAsync(true, address => saved.TryGetValue(address, out var bytes) ? new MemoryStream(bytes) : null);

        Assert.Equal(5000, (await app.ContentAsync(missing)).Length);
        Assert.Equal(5000, (await app.ContentAsync(damaged)).Length);
        Assert.False(File.Exists(place));
        var left = Assert.Single((await RunAsync(false)).Findings);
        Assert.Equal((FileFault.KeyLost, keyless.ToString()), (left.Fault, left.What));

        await app.OwnerAsync($"DELETE FROM files.planted WHERE file_id = '{keyless}'");
        Assert.True(await app.Store().DeleteAsync(keyless, Ct));
        Assert.True((await RunAsync(false)).IsWhole);
    }

    [Theory]
    [InlineData(300)]
    public Task ManyFiles_AreVerified(int files) => ManyAsync(files);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(50_000)]
    public Task FiftyThousandFiles_AreVerified(int files) => ManyAsync(files);

    private async Task ManyAsync(int files)
    {
        await using var many = new PlusApp();
        await many.InitializeAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files),
            Ct,
            async (i, ct) =>
                await many.Store().PutMadeAsync(new MemoryStream(Bytes(1000 + i % 5000, i)), "application/pdf", ct)
        );
        var gone = await many.ScalarAsync<Guid>("SELECT id FROM files.stored_file ORDER BY id OFFSET 17 LIMIT 1");
        File.Delete(await many.PathAsync(new FileId(gone)));
        long said = 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var verdict = await many
            .Services.GetRequiredService<FileVerification>()
            .RunAsync(false, null, (done, _) => said = Math.Max(said, done), Ct);

        TestContext.Current.TestOutputHelper?.WriteLine($"{files} files verified in {watch.Elapsed}");
        Assert.Equal((files, files), (verdict.Files, said));
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((FileFault.Missing, gone.ToString()), (finding.Fault, finding.What));
    }

    private async Task<FileId> NamedAsync(int seed)
    {
        var kept = await app.KeepAsync(Bytes(5000, seed));
        await app.NameAsync(kept.Id);
        return kept.Id;
    }

    private Task<FileVerdict> RunAsync(bool mend, Func<string, Stream?>? backup = null) =>
        app.Services.GetRequiredService<FileVerification>().RunAsync(mend, backup, (_, _) => { }, Ct);
}
