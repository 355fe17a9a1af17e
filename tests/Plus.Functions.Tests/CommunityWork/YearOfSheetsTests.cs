using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Importing;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
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
        var (content, right, wrong) = FileOf(numbers, months);
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
        var host = await app.HostAsync("Gada devējs", new DateOnly(2024, 1, 1));
        var terms = new Plus.Shared.Cases.Contract.MeasureTerms("communityWork") { Role = "main", Hours = 280 };
        var numbers = new List<string>();
        for (var i = 0; i < clients; i++)
        {
            var section = await app.SectionAsync(terms, inForceOn: First.AddDays(-20));
            await app.SaveAsync(new Placement(section.Id, host, null, null, First));
            numbers.Add(
                await app.ScalarAsync<string>($"SELECT number FROM cases.client_case WHERE id = '{section.CaseId}'")
            );
        }

        await app.ScalarAsync<long>(
            $"""
            WITH u AS (UPDATE cases.section SET registered_on = '{First:yyyy-MM-dd}', state = 'active'
                WHERE id IN (SELECT section_id FROM work_hours.placement WHERE host_employer_id = '{host}') RETURNING 1)
            SELECT count(*) FROM u
            """
        );
        return (host, numbers);
    }

    /// <summary>Two days a week of two hours for every client; every client has one line of each error.</summary>
    private static (byte[] Content, int Right, int Wrong) FileOf(List<string> numbers, int months)
    {
        var text = new StringBuilder("Lieta;Diena;Nostrādāts\n");
        var (right, wrong) = (0, 0);
        var last = First.AddMonths(months);
        foreach (var number in numbers)
        {
            for (var day = First; day < last; day = day.AddDays(day.DayOfWeek == DayOfWeek.Monday ? 2 : 5))
            {
                text.Append(CultureInfo.InvariantCulture, $"{number};{day:dd.MM.yyyy};2\n");
                right++;
            }

            text.Append(CultureInfo.InvariantCulture, $"{number};31.02.2026;2\n");
            text.Append(CultureInfo.InvariantCulture, $"{number};{First.AddDays(1):dd.MM.yyyy};daudz\n");
            text.Append(CultureInfo.InvariantCulture, $"{number};{First.AddDays(-30):dd.MM.yyyy};2\n");
            text.Append(CultureInfo.InvariantCulture, $"{number}-nav;{First:dd.MM.yyyy};2\n");
            wrong += 4;
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), right, wrong);
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
