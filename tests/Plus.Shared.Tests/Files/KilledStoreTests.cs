using Plus.Shared.Files.Storing;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

/// <summary>The program is killed (SIGKILL) between every two steps of saving and of deleting a file.</summary>
public sealed class KilledStoreTests(PlusApp app) : IClassFixture<PlusApp>
{
    public static TheoryData<string, string> Steps =>
        new()
        {
            { "put", nameof(FileStep.Spooled) },
            { "put", nameof(FileStep.RowWritten) },
            { "put", nameof(FileStep.Placed) },
            { "put", nameof(FileStep.RowStored) },
            { "delete", nameof(FileStep.RowGone) },
            { "delete", nameof(FileStep.Removed) },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task KilledAtAStep_RowsAndFilesStayTogether(string what, string step)
    {
        var named = await app.KeepAsync(Bytes(150_000, 3));
        await app.NameAsync(named.Id);
        var unnamed = await app.KeepAsync(Bytes(90_000, 4));

        var ended = await HostProcess.RunAsync(
            [],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(KilledStoreTests).Assembly.Location,
                ["PLUS_TEST_KILL_DB"] = app.Database.AppConnectionString,
                ["PLUS_TEST_KILL_FOLDER"] = app.FileFolder,
                ["PLUS_TEST_KILL_AT"] = step,
                ["PLUS_TEST_KILL_FILE"] = what == "delete" ? unnamed.Id.ToString() : null,
            }
        );

        Assert.True(ended.Status == 137, $"Ended with {ended.Status}: {ended.Errors}");
        Assert.Equal("", await app.ApartAsync());
        Assert.Equal(150_000, (await app.ContentAsync(named.Id)).Length);

        await app.Sweep().RunAsync(TimeSpan.Zero, Ct);

        Assert.Equal("", await app.ApartAsync());
        Assert.Equal(150_000, (await app.ContentAsync(named.Id)).Length);
        Assert.Equal([named.Id.ToString()], await app.ReadListAsync("SELECT id::text FROM files.stored_file"));
        Assert.Equal(0L, await app.ScalarAsync<long>("SELECT count(*) FROM files.removal"));
        Assert.Single(app.FilesThere());
        Assert.Empty(Directory.EnumerateFiles(app.Places().Temporary));
    }
}
