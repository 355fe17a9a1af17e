using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Importing;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>
/// A year of a host's sheets in one file with errors in it, killed midway and resumed: what was wrong is told, and nothing
/// is entered twice.
/// </summary>
public sealed class YearOfSheetsTests(PlusApp app, ITestOutputHelper output) : IClassFixture<PlusApp>
{
    private static readonly DateOnly First = new(2025, 4, 14);

    [Fact]
    public Task TenClients_ThreeMonths_KilledMidwayAndResumed_AreEnteredOnce() => RunAsync(10, 3);

    [Fact]
    [Trait("Category", "Long")]
    public Task ThreeHundredClients_TwelveMonths_KilledMidwayAndResumed_AreEnteredOnce() => RunAsync(300, 12);

    private async Task RunAsync(int clients, int months)
    {
        var (host, numbers) = await ArrangeAsync(clients);
        var (content, right, wrong) = YearOfSheets.FileOf(numbers, First, months);
        output.WriteLine($"{right + wrong} lines, {content.Length / 1024} KB");
        var watch = Stopwatch.StartNew();
        var import = await InScopeAsync(async (work, ct) => (await work.KeepAsync(host, content, ct)).Value);
        output.WriteLine($"kept in {watch.Elapsed.TotalSeconds:0.0} s");

        // Killed in the middle of a client's transaction: nothing of that client stands, and what was done stays.
        using var kill = new CancellationTokenSource();
        var half = InScopeAsync(
            async (work, _) =>
            {
                await work.GoOnAsync(import, clients / 2, kill.Token);
                return 0;
            }
        );
        await WaitForAsync(host, right / 8);
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => half);
        var midway = await EntriesAsync(host);
        Assert.InRange(midway, 1, right - 1);

        watch.Restart();
        await InScopeAsync(
            async (work, ct) =>
            {
                await work.GoOnAsync(import, null, ct);
                return 0;
            }
        );
        output.WriteLine($"went on from {midway} to {right} entries in {watch.Elapsed.TotalSeconds:0.0} s");

        Assert.Equal(right, await EntriesAsync(host));
        Assert.Equal(wrong, await LinesAsync(import, SheetImportLine.Refused));
        Assert.Equal(0L, await LinesAsync(import, SheetImportLine.Waits));
        // The same days once more in another file: known, and entered not once more.
        var again = await InScopeAsync(
            async (work, ct) =>
            {
                var id = (await work.KeepAsync(host, [.. content, (byte)'\n'], ct)).Value;
                await work.GoOnAsync(id, null, ct);
                return id;
            }
        );
        Assert.Equal(right, await LinesAsync(again, SheetImportLine.Known));
        Assert.Equal(right, await EntriesAsync(host));
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM (SELECT 1 FROM community_work.hours_entry WHERE host_employer_id = '{host}' AND withdrawn_at IS NULL GROUP BY section_id, worked_on HAVING count(*) > 1) d"
            )
        );
    }

    private async Task<(HostEmployerId, List<string>)> ArrangeAsync(int clients)
    {
        var (host, numbers, records) = YearOfSheets.Make(await app.OfficeAsync(), clients, First);
        await app.SaveAsync(records);
        return (host, numbers);
    }

    private StaffId? _me;

    private async Task<T> InScopeAsync<T>(Func<SheetImporting, CancellationToken, Task<T>> work)
    {
        _me ??= (await app.StaffAsync("caseManager")).Id;
        await using var scope = app.Scope(
            new CurrentStaff
            {
                Id = _me,
                Permissions = new Dictionary<string, AccessScope>(StringComparer.Ordinal)
                {
                    ["workHours.enter"] = AccessScope.Service,
                },
                Reach = Reach.System("test"),
            }
        );
        return await work(scope.ServiceProvider.GetRequiredService<SheetImporting>(), CancellationToken.None);
    }

    private async Task WaitForAsync(HostEmployerId host, int entries)
    {
        for (var i = 0; i < 600 && await EntriesAsync(host) < entries; i++)
        {
            await Task.Delay(50);
        }
    }

    private Task<long> EntriesAsync(HostEmployerId host) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM community_work.hours_entry WHERE host_employer_id = '{host}' AND withdrawn_at IS NULL"
        );

    private Task<long> LinesAsync(Guid import, string state) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM work_hours.sheet_import_line WHERE import_id = '{import}' AND state = '{state}'"
        );
}
