using Plus.Kernel.Storage;
using Plus.Shared.Archive;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>The program is killed (SIGKILL) between every two steps of moving a case and of bringing it back.</summary>
public sealed class KilledArchiveTests(ArchivingApp archiving) : IClassFixture<ArchivingApp>
{
    private PlusApp App => archiving.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ArchiveStep.Claimed))]
    [InlineData(nameof(ArchiveStep.Written))]
    [InlineData(nameof(ArchiveStep.Arrived))]
    [InlineData(nameof(ArchiveStep.Moved))]
    public async Task KilledWhileMoving_NothingIsLostAndNothingStandsTwice(string step)
    {
        var section = await App.ClosedCaseAsync();
        var before = await App.RowsAsync(there: false);

        await KillAsync(step, client: null);

        Assert.Equal(before, await CountedAsync());
        Assert.Equal(step == nameof(ArchiveStep.Moved) ? 1L : 0L, await ArchivedAsync(section.ClientId.Value));

        await App.Run().MoveAsync(null, null, Ct);

        Assert.Equal(1L, await ArchivedAsync(section.ClientId.Value));
        await WholeAsync(before, section.ClientId.Value);
        await App.Run().ReturnAsync(section.ClientId.Value, Ct);
        await App.DoAsync($"UPDATE cases.section SET closed_on = '2026-04-01' WHERE id = '{section.Id}'");
    }

    [Theory]
    [InlineData(nameof(ArchiveStep.BroughtBack))]
    [InlineData(nameof(ArchiveStep.Returned))]
    [InlineData(nameof(ArchiveStep.Cleared))]
    public async Task KilledWhileComingBack_NothingIsLostAndNothingStandsTwice(string step)
    {
        var section = await App.ClosedCaseAsync();
        var before = await App.RowsAsync(there: false);
        await App.Run().MoveAsync(null, null, Ct);
        Assert.Equal(1L, await ArchivedAsync(section.ClientId.Value));

        await KillAsync(step, section.ClientId.Value);

        Assert.Equal(before, await CountedAsync());

        await App.Run().ReturnAsync(section.ClientId.Value, Ct);
        await App.DoAsync("UPDATE archive.leftover SET since = since - interval '1 hour'");
        await App.Run().ReturnAsync(Ct);

        Assert.Equal(0L, await ArchivedAsync(section.ClientId.Value));
        await WholeAsync(before, section.ClientId.Value);
        Assert.DoesNotContain(
            await App.RowsAsync(here: false),
            r => r.Contains(section.ClientId.ToString(), StringComparison.Ordinal)
        );
        await App.DoAsync($"UPDATE cases.section SET closed_on = '2026-04-01' WHERE id = '{section.Id}'");
    }

    /// <summary>What counts: rows here, and those in the archive of clients who are in it.</summary>
    private async Task<IReadOnlyList<string>> CountedAsync()
    {
        var archived = await App.ReadListAsync(
            "SELECT client_id::text FROM archive.archived_case UNION ALL SELECT s.id::text FROM cases.section s JOIN archive.archived_case a USING (client_id)"
        );
        var there = (await App.RowsAsync(here: false)).Where(r =>
            archived.Any(a => r.Contains(a, StringComparison.Ordinal))
        );
        return [.. (await App.RowsAsync(there: false)).Concat(there).Order(StringComparer.Ordinal)];
    }

    private async Task WholeAsync(IReadOnlyList<string> before, Guid client)
    {
        Assert.Equal(before, await App.RowsAsync());
        Assert.Equal(0L, await App.ScalarAsync<long>("SELECT count(*) FROM archive.leftover"));
        Assert.Contains(before, r => r.Contains(client.ToString(), StringComparison.Ordinal));
    }

    private Task<long> ArchivedAsync(Guid client) =>
        App.ScalarAsync<long>($"SELECT count(*) FROM archive.archived_case WHERE client_id = '{client}'");

    private async Task KillAsync(string step, Guid? client)
    {
        var ended = await HostProcess.RunAsync(
            [],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(KilledArchiveTests).Assembly.Location,
                ["PLUS_TEST_KILL_DB"] = App.Database.AppConnectionString,
                ["PLUS_TEST_KILL_ARCHIVE"] = App.Archive!.AppConnectionString,
                ["PLUS_TEST_KILL_ARCHIVE_AT"] = step,
                ["PLUS_TEST_KILL_KEY"] = Convert.ToHexString(WallKey.Of(App.Database.AppConnectionString)),
                ["PLUS_TEST_KILL_CLIENT"] = client?.ToString(),
            }
        );
        Assert.True(ended.Status == 137, $"Ended with {ended.Status}: {ended.Errors}");
    }
}
