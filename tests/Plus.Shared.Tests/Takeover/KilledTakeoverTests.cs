using System.Text.Json.Nodes;
using Npgsql;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Takeover;

/// <summary>The command itself, in a process of its own, on a data folder of its own.</summary>
public sealed class KilledTakeoverTests : IDisposable
{
    private const int People = 2000;

    private readonly DataFolderFixture data = new();
    private readonly TakeoverFolder folder = new();

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task KilledInTheMiddle_GoesOnWithoutADoubleOrALoss()
    {
        TakeoverSample.Mappings(folder);
        for (var i = 1; i <= People; i++)
        {
            TakeoverSample.Client(folder, i);
            TakeoverSample.Basis(folder, i, "courtRuling", "175(2)");
            TakeoverSample.Work(folder, i);
            TakeoverSample.Hours(folder, i, $"s{i}", new DateOnly(2019, 4, 1), 120);
        }

        folder.Write();
        long before;
        await using (var beside = await data.AttachAsync())
        {
            using var import = HostProcess.Start(["import", "--takeover", folder.Path, "--data", data.Path]);
            await Eventually.HoldsAsync(
                async () => import.HasExited || await TakenAsync(beside.OwnerConnectionString) > People,
                "the clients are taken",
                180
            );
            await import.KillAsync();
            before = await TakenAsync(beside.OwnerConnectionString);
        }

        Assert.InRange(before, 1, (4 * People) - 1);
        var report = Path.Combine(folder.Path, "report.json");
        var again = await HostProcess.RunAsync([
            "import",
            "--takeover",
            folder.Path,
            "--data",
            data.Path,
            "--report",
            report,
        ]);

        Assert.Equal(
            (0, ""),
            (again.Status, again.Errors.Contains("Exception", StringComparison.Ordinal) ? again.Errors : "")
        );
        var counts = JsonNode.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))![
            "counts"
        ]!;
        Assert.All(
            counts.AsArray(),
            c => Assert.Equal(((long)People, (long)People), ((long)c!["taken"]!, (long)c["inDatabase"]!))
        );
        await using var after = await data.AttachAsync();
        foreach (
            var table in (string[])
                ["clients.client", "cases.basis", "cases.section", "community_work.hours_entry", "cases.client_case"]
        )
        {
            Assert.Equal(
                (long)People,
                await SqlRows.OneAsync(after.OwnerConnectionString, $"SELECT count(*) FROM {table}")
            );
        }

        Assert.Equal(1L, await SqlRows.OneAsync(after.OwnerConnectionString, "SELECT count(*) FROM takeover.run"));
        Assert.Equal(
            4L * People,
            await SqlRows.OneAsync(after.OwnerConnectionString, "SELECT count(*) FROM audit.process")
        );
    }

    [Fact]
    public async Task ExitStatus_SaysWhatItCameTo()
    {
        using var small = TakeoverSample.Small();
        small.Write();
        var refused = await HostProcess.RunAsync(["import", "--takeover", data.Path + ".none", "--data", data.Path]);
        var wrong = await HostProcess.RunAsync(["import", "--takeover", "--data", data.Path]);
        var dry = await HostProcess.RunAsync(["import", "--takeover", small.Path, "--dry-run", "--data", data.Path]);
        small.Row("hours", "h1")["minutes"] = -1;
        var quarantine = await HostProcess.RunAsync(["import", "--takeover", small.Write().Path, "--data", data.Path]);
        small.ChangeManifest = m => m["files"]!.AsArray()[2]!["rows"]!["2019"] = 4;
        var differs = await HostProcess.RunAsync(["import", "--takeover", small.Write().Path, "--data", data.Path]);

        Assert.Equal((1, 2, 0, 3, 4), (refused.Status, wrong.Status, dry.Status, quarantine.Status, differs.Status));
        Assert.Contains("nothing written", dry.Output, StringComparison.Ordinal);
    }

    private static async Task<long> TakenAsync(string connection)
    {
        try
        {
            return await SqlRows.OneAsync(connection, "SELECT sum(taken)::bigint FROM takeover.count") as long? ?? 0;
        }
        catch (PostgresException missing)
            when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0; // Not migrated yet.
        }
    }
}
