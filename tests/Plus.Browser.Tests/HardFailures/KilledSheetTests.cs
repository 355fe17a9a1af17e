using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Testing.Arranging;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.HardFailures;

/// <summary>
/// A host's file of many months is taken in by the real program, which is killed in the middle and started again: the same
/// file goes on where it stopped, what was wrong is told, and nothing is entered twice or in halves.
/// </summary>
public sealed class KilledSheetTests(ServedFolder served, ITestOutputHelper output) : IClassFixture<ServedFolder>
{
    [Fact]
    public Task FortyClients_ThreeMonths_ProgramKilled_AreEnteredOnce() => RunAsync(40, 3);

    [Fact]
    [Trait("Category", "Long")]
    public Task ThreeHundredClients_TwelveMonths_ProgramKilled_AreEnteredOnce() => RunAsync(300, 12);

    private async Task RunAsync(int clients, int months)
    {
        // The program that is killed runs on the machine's clock.
        var today = new PlusClock(TimeProvider.System).Today;
        var first = WorkWeek.MondayOf(today).AddMonths(-months).AddDays(-7);
        first = WorkWeek.MondayOf(first);
        var office = new OfficeId(
            await served.ScalarAsync<Guid>(
                "SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1"
            )
        );
        var (host, numbers, records) = YearOfSheets.Make(office, clients, first);
        await served.SaveAsync(records);
        var (file, right, wrong) = YearOfSheets.FileOf(numbers, first, months);
        output.WriteLine($"{right + wrong} lines, {file.Length / 1024} KB");
        var browser = await served.LoggedInAsync(await served.StaffAsync("caseManager"));
        var path = $"/partners/{host}/sheet/import";

        var sent = SendAsync(browser, path, file);
        await Eventually.HoldsAsync(async () => await EntriesAsync(host) > right / 8, "an eighth is entered", 120);
        await served.KillAsync();
        await sent;
        // The database of the folder ends with its program, and is asked when both run again.
        await served.StartAsync();
        var midway = await EntriesAsync(host);
        Assert.InRange(midway, 1, right - 1);

        // The file is recognised, and what waits is entered; a browser that gives up waiting sends it again.
        for (var tries = 0; tries < 20 && await LinesAsync(host, "waits") > 0; tries++)
        {
            await SendAsync(browser, path, file);
        }

        output.WriteLine($"killed after {midway} of {right} entries");
        Assert.Equal(right, await EntriesAsync(host));
        Assert.Equal(0L, await LinesAsync(host, "waits"));
        Assert.Equal(wrong, await LinesAsync(host, "refused"));
        Assert.Equal(
            0L,
            await served.ScalarAsync<long>(
                $"SELECT count(*) FROM (SELECT FROM community_work.hours_entry WHERE host_employer_id = '{host}' GROUP BY section_id, worked_on HAVING count(*) > 1) twice"
            )
        );
        // A client is entered whole: one process each, of all its days.
        Assert.Equal(
            clients,
            await served.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process p JOIN work_hours.sheet_import i ON i.id = p.subject_id WHERE i.host_employer_id = '{host}' AND p.type = 'workHours.entered'"
            )
        );
    }

    private static async Task SendAsync(PageBrowser browser, string path, byte[] file)
    {
        try
        {
            await (await browser.GetAsync(path)).SendFileAsync("Upload", "gads.csv", file, "#upload");
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            // The program was killed, or the answer took longer than a browser waits.
        }
    }

    private Task<long> EntriesAsync(HostEmployerId host) =>
        served.ScalarAsync<long>(
            $"SELECT count(*) FROM community_work.hours_entry WHERE host_employer_id = '{host}' AND withdrawn_at IS NULL"
        );

    private Task<long> LinesAsync(HostEmployerId host, string state) =>
        served.ScalarAsync<long>(
            $"SELECT count(*) FROM work_hours.sheet_import_line l JOIN work_hours.sheet_import i ON i.id = l.import_id WHERE i.host_employer_id = '{host}' AND l.state = '{state}'"
        );
}
