using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Keys;

/// <summary>The commands of keys, as people run them.</summary>
public sealed class KeyCommandTests : IDisposable
{
    private const string Passphrases = "pirmās personas frāze\notrās personas frāze\n";
    private readonly string _folder = PostgresServer.NewFolder("keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_AreExportedRotatedLostAndBroughtBack()
    {
        await using var server = await TestDatabase.CreateEmptyAsync();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLUS_DB"] = server.AppConnectionString,
            ["PLUS_DB_OWNER"] = server.OwnerConnectionString,
            ["PLUS_DATA"] = _folder,
        };
        Task<(int Status, string Output, string Errors)> RunAsync(string? input, params string[] command) =>
            HostProcess.RunAsync(command, environment, input);
        var (one, two) = (Path.Combine(_folder, "one.json"), Path.Combine(_folder, "two.json"));
        var ring = Path.Combine(_folder, "keys", "master-keys.json");
        await RunAsync(null, "migrate");

        var same = await RunAsync("viena un tā pati\nviena un tā pati\n", "export-keys", one, two);
        var export = await RunAsync(Passphrases, "export-keys", one, two);
        var check = await RunAsync(Passphrases, "import-keys", "--check", one, two);
        var rotate = await RunAsync(null, "rotate-master-key");
        var older = await RunAsync(Passphrases, "import-keys", one, two, "--check");
        var rotated = await File.ReadAllTextAsync(ring, TestContext.Current.CancellationToken);
        var notLost = await RunAsync(null, "rotate-master-key", "--lost");
        File.Delete(ring);
        var refused = await RunAsync(Passphrases, "export-keys", one + "3", two + "3");
        var import = await RunAsync(Passphrases, "import-keys", one, two);
        File.Delete(ring);
        var lost = await RunAsync(null, "rotate-master-key", "--lost");

        Assert.Contains("two passphrases", same.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (export.Status, export.Errors));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(one));
        Assert.Equal(0, check.Status);
        Assert.Equal((0, ""), (rotate.Status, rotate.Errors));
        Assert.Equal(1, older.Status);
        Assert.Contains("export the keys anew", older.Output, StringComparison.Ordinal);
        Assert.Contains("nothing is lost", notLost.Errors, StringComparison.Ordinal);
        Assert.Equal(1, refused.Status);
        Assert.Contains("import-keys", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, import.Status);
        Assert.Equal((0, ""), (lost.Status, lost.Errors));
        Assert.NotEqual(rotated, await File.ReadAllTextAsync(ring, TestContext.Current.CancellationToken));
        Assert.Equal(
            "keys.exported,keys.givenUp,keys.rotated",
            await SqlRows.OneAsync(
                server.OwnerConnectionString,
                "SELECT string_agg(type, ',' ORDER BY type) FROM audit.process WHERE type LIKE 'keys.%'"
            )
        );
    }
}
