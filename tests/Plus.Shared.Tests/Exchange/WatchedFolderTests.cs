using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Uploading;
using Plus.Shared.Exchange.Watching;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Exchange;

/// <summary>The folder into which others put files, watched as the server watches it.</summary>
public sealed class WatchedFolderTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"plus-watched-{Guid.NewGuid():N}");
    private IntakeHouse house = null!;
    private IntakeWorker worker = null!;

    public async ValueTask InitializeAsync()
    {
        house = await IntakeHouse.NewAsync();
        var folders = new IntakeFolders(Path.Combine(folder, "store"), Path.Combine(folder, "in"))
        {
            Rest = TimeSpan.FromMilliseconds(300),
        };
        var scopes = house.Services.GetRequiredService<IServiceScopeFactory>();
        Directory.CreateDirectory(folders.Watched!);
        worker = new IntakeWorker(
            scopes,
            house.Services.GetRequiredService<IntakeRunner>(),
            folders,
            Watch(folders, TimeProvider.System),
            NullLogger<IntakeWorker>.Instance
        );
        await worker.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(default);
        worker.Dispose();
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AFile_IsTakenInAndLiesWithItsReportAmongTheDone()
    {
        await PutAsync("novembris.jsonl", Sample.Line(Sample.Ruling(1)), "nav JSON");

        var report = await ReportAsync("done");

        Assert.Equal(["accepted", "rejected"], report.Select(o => o.Result));
        Assert.Empty(Directory.GetFiles(In("")));
        Assert.Empty(Directory.GetFiles(In("taken")));
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
    }

    [Fact]
    public async Task TheSameFileAgain_HasNoSecondEffect()
    {
        await PutAsync("a.jsonl", Sample.Line(Sample.Ruling(1)));
        await ReportAsync("done");
        await PutAsync("a.jsonl", Sample.Line(Sample.Ruling(1)));

        var reports = await ReportsAsync("done", 2);

        Assert.Equal(["accepted", "repeat"], reports.Select(r => r.Single().Result));
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
    }

    [Fact]
    public async Task AFileThatIsStillBeingWritten_IsLeftUntilItRests()
    {
        var watched = Watch(new IntakeFolders(folder, Path.Combine(folder, "slow")), house.Time);
        Directory.CreateDirectory(Path.Combine(folder, "slow"));
        var path = Path.Combine(folder, "slow", "a.jsonl");
        for (var i = 1; i <= 4; i++)
        {
            await File.AppendAllTextAsync(path, Sample.Line(Sample.Ruling(i)) + "\n");
            await watched.LookAsync(default);
            house.Time.Set(house.Time.GetUtcNow().AddSeconds(60));
        }

        Assert.True(File.Exists(path));
        await watched.LookAsync(default);

        Assert.False(File.Exists(path));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "slow", "taken")));
    }

    [Fact]
    public async Task AFileUnderAnotherName_WaitsForItsRightOne()
    {
        await PutAsync("a.jsonl.part", Sample.Line(Sample.Ruling(1)));
        await PutAsync(".b.jsonl", Sample.Line(Sample.Ruling(2)));
        await PutAsync("c.jsonl", Sample.Line(Sample.Ruling(3)));
        await ReportAsync("done");
        Assert.True(File.Exists(In("a.jsonl.part")));
        Assert.True(File.Exists(In(".b.jsonl")));

        File.Move(In("a.jsonl.part"), In("a.jsonl"));

        Assert.Equal(2, (await ReportsAsync("done", 2)).Count);
    }

    [Fact]
    public async Task NamesThatOthersGave_AreKeptNowhere()
    {
        await PutAsync("Jānis Bērziņš; $(rm -rf x)\n'\"..%2f.JSONL", Sample.Line(Sample.Ruling(1)));

        Assert.Equal(["accepted"], (await ReportAsync("done")).Select(o => o.Result));

        Assert.All(
            Directory.GetFiles(In("done")),
            f => Assert.Matches("^[0-9]{8}-[0-9]{6}-[0-9a-f]{32}[.](jsonl|report[.]json)$", Path.GetFileName(f))
        );
        Assert.DoesNotContain(
            "Jānis",
            await house.ScalarAsync<string>("SELECT string_agg(stored_path, ' ') FROM exchange.intake_run"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatIsNoFileOfMessages_IsRefusedAndKeepsNothingWaiting()
    {
        Directory.CreateDirectory(In("directory.jsonl"));
        await File.WriteAllTextAsync(In("empty.jsonl"), "");
        using (var pipe = Process.Start("mkfifo", [In("pipe.jsonl")]))
        {
            await pipe.WaitForExitAsync();
        }

        File.CreateSymbolicLink(In("link.jsonl"), "/etc/passwd");
        File.CreateSymbolicLink(In("dangling.jsonl"), In("nowhere"));
        await PutAsync("whole.jsonl", Sample.Line(Sample.Ruling(1)));

        Assert.Equal(["accepted"], (await ReportAsync("done")).Select(o => o.Result));
        var refused = await ReportsAsync("failed", 4);

        Assert.Equal(
            ["empty", "empty", "notAFile", "notAFile"],
            refused.Select(r => r.Single().Why!.Split(':')[0]).Order(StringComparer.Ordinal)
        );
        Assert.True(Directory.Exists(In("directory.jsonl")));
        Assert.True(File.Exists("/etc/passwd"));
        Assert.Empty(new DirectoryInfo(In("")).GetFiles());
    }

    [Fact]
    public async Task AFileThatCannotBeRead_FailsWithItsReason()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "An administrator of the machine may read every file.");
        await PutAsync("secret.jsonl", Sample.Line(Sample.Ruling(1)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In("secret.jsonl"), UnixFileMode.None);
        }

        Assert.StartsWith("unreadable", (await ReportAsync("failed")).Single().Why, StringComparison.Ordinal);
    }

    private WatchedFolder Watch(IntakeFolders folders, TimeProvider time) =>
        new(
            folders,
            house.Services.GetRequiredService<IServiceScopeFactory>(),
            house.Services.GetRequiredService<NpgsqlDataSource>(),
            IntakeHouse.Catalog,
            time,
            NullLogger<WatchedFolder>.Instance
        );

    private string In(string name) => Path.Combine(folder, "in", name);

    private Task PutAsync(string name, params string[] lines) => File.WriteAllLinesAsync(In(name), lines);

    private async Task<List<Outcome>> ReportAsync(string where) => (await ReportsAsync(where, 1)).Single();

    private async Task<List<List<Outcome>>> ReportsAsync(string where, int count)
    {
        await Eventually.HoldsAsync(
            () =>
                Directory.Exists(In(where))
                && Directory.GetFiles(In(where), "*.report.json").Length >= count
                && Directory.GetFiles(In("taken")).Length == 0,
            $"{count} reports lie in {where}",
            60
        );
        return
        [
            .. Directory
                .GetFiles(In(where), "*.report.json")
                .Order(StringComparer.Ordinal)
                .Select(f =>
                    JsonSerializer.Deserialize<List<Outcome>>(File.ReadAllBytes(f), JsonSerializerOptions.Web)!
                ),
        ];
    }
}
