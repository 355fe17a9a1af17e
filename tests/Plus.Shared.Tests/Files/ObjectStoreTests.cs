using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Files;
using Plus.Shared.Files.Moving;
using Plus.Shared.Files.S3;
using Plus.Shared.Files.Storing;
using Plus.Shared.Files.Verifying;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

/// <summary>Files in an object store that another program is. Skipped where it could not be had.</summary>
public abstract class ObjectStoreTests(PlusApp app) : IClassFixture<PlusApp>, IAsyncLifetime
{
    private readonly string _folder = PostgresServer.NewFolder("s3");
    private Process? _server;
    private S3Settings? _settings;

    /// <summary>How the store is started in an empty folder at a port of this machine; null where it is not here.</summary>
    private protected abstract ProcessStartInfo? Start(string folder, int port);

    /// <summary>Waits until it answers and makes the bucket.</summary>
    private protected abstract Task<S3Settings> PrepareAsync(int port);

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Directory.CreateDirectory(_folder);
        if (Start(_folder, port) is not { } start)
        {
            return;
        }

        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        _server = Process.Start(start)!;
        _ = _server.StandardOutput.ReadToEndAsync();
        _ = _server.StandardError.ReadToEndAsync();
        try
        {
            _settings = await PrepareAsync(port);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            server.Kill(entireProcessTree: true);
            server.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task FileInAnObjectStore_ComesBack_AndGoesAway()
    {
        await using var room = Room();
        var store = room.GetRequiredService<FileStore>();
        var content = Bytes(200_000, 11);

        var kept = await store.PutMadeAsync(new MemoryStream(content), "application/pdf", Ct);

        Assert.Equal(
            "s3",
            await app.ScalarAsync<string>($"SELECT store::text FROM files.stored_file WHERE id = '{kept.Id}'")
        );
        await using (var stream = await store.OpenAsync(kept.Id, Ct))
        {
            using var read = new MemoryStream();
            await stream.CopyToAsync(read, Ct);
            Assert.Equal(content, read.ToArray());
        }

        Assert.True(await store.DeleteAsync(kept.Id, Ct));
        Assert.Empty(await There(room));
    }

    [Fact]
    public async Task UnknownKey_IsSaidByTheStoreAndNothingIsKept()
    {
        await using var room = Room(_settings is null ? null : _settings with { AccessKey = "wrong" });
        var store = room.GetRequiredService<FileStore>();

        var failed = await Assert.ThrowsAsync<IOException>(() =>
            store.PutMadeAsync(new MemoryStream(Bytes(10, 12)), "application/pdf", Ct)
        );

        Assert.Contains("403", failed.Message, StringComparison.Ordinal);
        await app.OwnerAsync("DELETE FROM files.stored_file WHERE state = 'writing'");
    }

    [Fact]
    public async Task FilesMoveThereAndBack_InterruptedAndReadMeanwhile()
    {
        await using var room = Room();
        var ids = new List<Kernel.Ids.FileId>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add((await app.KeepAsync(Bytes(3000 + i, 100 + i))).Id);
        }

        using var stop = new CancellationTokenSource();
        var move = room.GetRequiredService<FileMove>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            move.RunAsync(
                "s3",
                (done, _) =>
                {
                    if (done == 5)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token
            )
        );
        Assert.Equal(5L, await Count("s3"));

        var moved = await move.RunAsync("s3", (_, _) => { }, Ct);

        Assert.Equal((7L, 0), (moved.Files, moved.Failed.Count));
        Assert.Equal((12L, 0L), (await Count("s3"), await Count("folder")));
        Assert.Empty(app.FilesThere());
        Assert.Equal(12, (await There(room)).Count);
        var verdict = await room.GetRequiredService<FileVerification>().RunAsync(false, null, (_, _) => { }, Ct);
        Assert.True(verdict.IsWhole, string.Join(',', verdict.Findings));

        await move.RunAsync("folder", (_, _) => { }, Ct);
        Assert.Empty(await There(room));
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(Bytes(3000 + i, 100 + i), await app.ContentAsync(ids[i]));
            await app.Store().DeleteAsync(ids[i], Ct);
        }
    }

    private ServiceProvider Room(S3Settings? settings = null)
    {
        Assert.SkipWhen(_settings is null, "The object store is not here.");
        return FileRoom.Over(
            app.Database.AppConnectionString,
            app.Places() with
            {
                S3 = settings ?? _settings,
                Current = S3Store.Name,
            },
            app.Keys()
        );
    }

    private Task<long> Count(string store) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM files.stored_file WHERE store = '{store}'");

    private static async Task<List<string>> There(ServiceProvider room) =>
        await room.GetRequiredService<BlobStores>().Of("s3").ListAsync(Ct).ToListAsync(Ct);

    private protected static Task ListensAsync(int port) =>
        Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync(IPAddress.Loopback, port);
                    return true;
                }
                catch (SocketException)
                {
                    return false;
                }
            },
            "the object store listens",
            60
        );

    // The ports after it are for the store's own servers.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
