using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Plus.Shared.Files;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Scanning;
using Plus.Shared.Files.Storing;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

/// <summary>
/// Against ClamAV's daemon with one signature, that of the harmless EICAR test file. Where it is not installed these are
/// skipped; that an unreachable scanner lets nothing pass is tested everywhere.
/// </summary>
public sealed class VirusScanTests(PlusApp app) : IClassFixture<PlusApp>
{
    // In two parts, so that scanners leave this source alone.
    private static readonly string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    [Fact]
    public async Task VirusInAFile_IsRefused_AndACleanOneIsTaken()
    {
        using var scanner = await Clamd.StartAsync();
        await using var room = Room(scanner.Socket);
        var store = room.GetRequiredService<FileStore>();

        var sick = await PutAsync(store, "Sveiki\r\n" + Eicar);
        var well = await PutAsync(store, "Sveiki, viss kārtībā");

        Assert.Equal("virus", Assert.IsType<FileRefused>(sick.Refusal).Why);
        Assert.Equal(FileScan.Clean, well.Value!.Scan);
        await using var content = await store.OpenAsync(well.Value.Id, Ct);
        Assert.True(content.Length > 0);
    }

    [Fact]
    public async Task ScannerAway_UploadsWaitInQuarantine_UntilItHasAnswered()
    {
        var socket = Path.Combine(Path.GetTempPath(), $"plus-no-{Guid.NewGuid():N}.sock");
        Kernel.Results.Outcome<KeptFile> sick,
            well;
        await using (var away = Room(socket))
        {
            var store = away.GetRequiredService<FileStore>();
            sick = await PutAsync(store, "Otrais\r\n" + Eicar);
            well = await PutAsync(store, "Otrais, tīrs");
            Assert.Equal((FileScan.Waiting, FileScan.Waiting), (sick.Value!.Scan, well.Value!.Scan));
            var closed = await Assert.ThrowsAsync<FileInQuarantineException>(() => store.OpenAsync(well.Value.Id, Ct));
            Assert.Equal(FileScan.Waiting, closed.Scan);
            await Worker(away).LookAsync(Ct);
            Assert.Equal(FileScan.Waiting, (await store.FindAsync(well.Value.Id, Ct))!.Scan);
        }

        using var scanner = await Clamd.StartAsync();
        await using var room = Room(scanner.Socket);
        await Worker(room).LookAsync(Ct);

        var after = room.GetRequiredService<FileStore>();
        Assert.Equal(FileScan.Clean, (await after.FindAsync(well.Value.Id, Ct))!.Scan);
        await using var content = await after.OpenAsync(well.Value.Id, Ct);
        var infected = await Assert.ThrowsAsync<FileInQuarantineException>(() => after.OpenAsync(sick.Value.Id, Ct));
        Assert.Equal(FileScan.Infected, infected.Scan);
    }

    private static ScanWorker Worker(ServiceProvider room) =>
        new(
            room.GetRequiredService<FileRows>(),
            room.GetRequiredService<FileStore>(),
            room.GetRequiredService<VirusScan>(),
            NullLogger<ScanWorker>.Instance
        );

    private static async Task<Kernel.Results.Outcome<KeptFile>> PutAsync(FileStore store, string text) =>
        await store.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), UploadKind.Document, "a.txt", Ct);

    private ServiceProvider Room(string scanner) =>
        FileRoom.Over(app.Database.AppConnectionString, app.Places() with { Scanner = scanner }, app.Keys());

    /// <summary>A daemon of the test's own.</summary>
    private sealed class Clamd : IDisposable
    {
        private readonly string _folder = PostgresServer.NewFolder("clam");
        private Process _process = null!;

        public string Socket => Path.Combine(_folder, "clamd.sock");

        public static async Task<Clamd> StartAsync()
        {
            const string program = "/usr/sbin/clamd";
            Assert.SkipUnless(File.Exists(program), "ClamAV's daemon is not installed.");
            var clamd = new Clamd();
            var signatures = Path.Combine(clamd._folder, "signatures");
            Directory.CreateDirectory(signatures);
            await File.WriteAllTextAsync(
                Path.Combine(signatures, "test.ndb"),
                $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar))}\n",
                Ct
            );
            var settings = Path.Combine(clamd._folder, "clamd.conf");
            await File.WriteAllTextAsync(
                settings,
                $"""
                Foreground yes
                DatabaseDirectory {signatures}
                LocalSocket {clamd.Socket}
                StreamMaxLength 200M
                TemporaryDirectory {clamd._folder}

                """,
                Ct
            );
            clamd._process = Process.Start(
                new ProcessStartInfo(program, $"--config-file={settings}")
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            _ = clamd._process.StandardOutput.ReadToEndAsync(Ct);
            _ = clamd._process.StandardError.ReadToEndAsync(Ct);
            await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(clamd.Socket)), "clamd listens", 60);
            return clamd;
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
