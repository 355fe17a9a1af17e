using System.Text.Json;
using Npgsql;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Exchange;

/// <summary>The command itself, in a process of its own, on a data folder of its own.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Messages = 4000;

    private readonly DataFolderFixture folder = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"plus-import-{Guid.NewGuid():N}.jsonl");

    public void Dispose()
    {
        folder.Dispose();
        File.Delete(file);
        File.Delete(file + ".report");
    }

    [Fact]
    public async Task KilledInTheMiddle_GoesOnWithoutADoubleOrALoss()
    {
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Messages).Select(i => Sample.Line(Sample.Ruling(i))));
        int before;
        await using (var beside = await folder.AttachAsync())
        {
            using var import = HostProcess.Start(["import", file, "--data", folder.Path]);
            await Eventually.HoldsAsync(
                async () => import.HasExited || await LinesDoneAsync(beside.OwnerConnectionString) > 0,
                "the first batch is committed",
                180
            );
            await import.KillAsync();
            before = await LinesDoneAsync(beside.OwnerConnectionString);
        }

        Assert.InRange(before, 1, Messages - 1);
        var again = await HostProcess.RunAsync(["import", file, "--data", folder.Path, "--report", file + ".report"]);

        Assert.Equal(0, again.Status);
        Assert.Contains($"Going on after line {before}", again.Errors, StringComparison.Ordinal);
        var report = JsonSerializer.Deserialize<List<Outcome>>(
            await File.ReadAllTextAsync(file + ".report"),
            JsonSerializerOptions.Web
        )!;
        Assert.Equal(Enumerable.Range(1, Messages), report.Select(o => o.Line));
        Assert.All(report, o => Assert.Equal("accepted", o.Result));
        await using var after = await folder.AttachAsync();
        foreach (
            var table in (string[])
                ["exchange.intake_message", "clients.client", "cases.section", "cases.basis", "audit.process"]
        )
        {
            Assert.Equal(
                (long)Messages,
                await SqlRows.OneAsync(after.OwnerConnectionString, $"SELECT count(*) FROM {table}")
            );
        }

        Assert.Equal(
            1L,
            await SqlRows.OneAsync(after.OwnerConnectionString, "SELECT count(*) FROM exchange.intake_run")
        );
    }

    [Fact]
    public async Task WrongCommandLines_AreSaidAndFail()
    {
        Assert.Equal(2, (await HostProcess.RunAsync(["import"])).Status);
        Assert.Equal(2, (await HostProcess.RunAsync(["import", file, "--report"])).Status);
        Assert.Equal(1, (await HostProcess.RunAsync(["import", file + ".none", "--data", folder.Path])).Status);
    }

    private static async Task<int> LinesDoneAsync(string connection)
    {
        try
        {
            return await SqlRows.OneAsync(connection, "SELECT max(lines_done) FROM exchange.intake_run") as int? ?? 0;
        }
        catch (PostgresException missing)
            when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0; // Not migrated yet.
        }
    }
}
