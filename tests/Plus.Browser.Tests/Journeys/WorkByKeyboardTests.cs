using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>
/// Community work from the placement to the closing, and the head's look at the places of the office; both touch nothing but
/// the keyboard.
/// </summary>
public sealed class WorkByKeyboardTests(Chromium chromium, ServedPlus plus)
    : SupervisionJourneys(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public async Task CaseManager_PlacesPlansEntersHours_WarnsAfterANoShow_AndClosesWhenAllIsServed()
    {
        On(2026, 4, 15);
        var manager = await App.StaffAsync("caseManager");
        await SiteAsync("Rīgas parki", 5);
        var section = await RegisteredAsync(minutes: 180, manager.Id);
        var href = $"/community-work/{section.Id}";

        var page = await AgainAsync(manager);
        var hand = new KeyboardHand(page);
        await page.OpenAsync(href + "/host");
        await hand.ChooseAsync("Rīgas parki");
        await hand.PressAsync("Norīkot");
        await LooksRightAsync(page, "work-section");
        await hand.FollowAsync("Atvērt: Darba grafiks");
        await hand.PressAsync("Sagatavot grafiku");
        await SaysAsync(page, "Darbs beigsies");
        await LooksRightAsync(page, "work-schedule");
        await hand.TypeAsync("Ceturtdiena 16.04", "9");
        await SaysAsync(page, "LSIK 136. pants");
        await LooksRightAsync(page, "work-schedule-checked");
        await page.OpenAsync(href);
        await hand.TypeAsync("Trešdiena", "2");
        await hand.PressAsync("Ierakstīt stundas");
        await SaysAsync(page, "Izpildīts 2:00 no 3:00");

        On(2026, 4, 17);
        page = await AgainAsync(manager);
        hand = new KeyboardHand(page);
        await page.OpenAsync($"/sections/{section.Id}/breaches/new");
        await hand.ChooseAsync("Sabiedriskais darbs");
        await hand.TypeAsync("Pārkāpuma diena", "16.4.26");
        await hand.ChooseAsync("Neieradās");
        await hand.TypeAsync("Kas notika", "Neieradās darbā un nepaziņoja.");
        if (await page.Locator("[name='Input.AskExplanation'][type=checkbox]").IsCheckedAsync())
        {
            await hand.TickAsync("Pieprasīt klienta paskaidrojumu");
        }

        await hand.PressAsync("Reģistrēt");
        await hand.FollowAsync("Izvērtēt iemeslu");
        await hand.ChooseAsync("Iemesls nav attaisnojošs");
        await hand.TypeAsync("Pamatojums un pierādījumi", "Iemesls nav nosaukts.");
        await hand.PressAsync("Saglabāt");
        await hand.FollowAsync("Izlemt, kas seko");
        await hand.ChooseAsync("rakstveida brīdinājums");
        await hand.TypeAsync("Pamatojums", "Pirmā neierašanās bez attaisnojoša iemesla.");
        await hand.PressAsync("Saglabāt");
        await LooksRightAsync(page, "work-breach");
        await WarningAsync(section);
        await hand.FollowAsync("Pierakstīt brīdinājuma paziņošanu");
        await hand.PickAsync("Brīdinājuma dokuments", "17.04");
        await hand.ChooseAsync("personīgi");
        await hand.TypeAsync("Paziņošanas diena", "17.4.26");
        await hand.PressAsync("Saglabāt");

        await page.OpenAsync(href);
        await hand.TypeAsync("Piektdiena", "1");
        await hand.PressAsync("Ierakstīt stundas");
        await SaysAsync(page, "Izpildīts 3:00 no 3:00");
        await page.OpenAsync($"/sections/{section.Id}/close");
        await hand.ChooseAsync("Pilnībā izpildīts");
        await hand.TypeAsync("Slēgšanas diena", "17.4.26");
        await hand.PressAsync("Turpināt");
        await LooksRightAsync(page, "work-closing");
        await hand.PressAsync("Slēgt sekciju");
        Assert.Equal("closed fully_served", await StateAsync(section.Id));
        Assert.Equal(0L, await TasksAsync(section.Id));
    }

    [Fact]
    public async Task OfficeHead_SeesTheShortageOfPlaces_AndPlansTheWholeOffice()
    {
        On(2026, 4, 15);
        var (host, site) = await SiteAsync("Mazais dārzs", 1);
        for (var i = 0; i < 3; i++)
        {
            var section = await RegisteredAsync(minutes: 2400, null);
            await App.SaveAsync(new Placement(section.Id, host, site, null, new DateOnly(2026, 4, 15)));
        }

        var page = await LoggedInAsync("officeHead");
        var hand = new KeyboardHand(page);
        await page.OpenAsync("/work-hours/need");
        await LooksRightAsync(page, "work-need");
        await hand.FollowAsync("Grafiki visai struktūrvienībai");
        await hand.PressAsync("Apskatīt");
        await LooksRightAsync(page, "work-plan");
        await hand.PressAsync("Sagatavot 3 grafikus");
        Assert.StartsWith("/work-hours/schedules/", page.Path(), StringComparison.Ordinal);
        await LooksRightAsync(page, "work-plan-run");
    }

    private static async Task LooksRightAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(name);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AxeAsync());
    }

    private async Task<Section> RegisteredAsync(int minutes, StaffId? manager)
    {
        var section = await App.SectionAsync(new MeasureTerms("communityWork") { Role = "main", Hours = 40 }, manager);
        await App.ScalarAsync<long>(
            $"""
            WITH s AS (UPDATE cases.section SET registered_on = '2026-04-13', state = 'active' WHERE id = '{section.Id}' RETURNING 1),
                 w AS (UPDATE community_work.sentence SET imposed_minutes = {minutes} WHERE section_id = '{section.Id}' RETURNING 1)
            SELECT count(*) FROM s, w
            """
        );
        return section;
    }

    private async Task<(HostEmployerId Host, Guid Site)> SiteAsync(string name, int places)
    {
        var host = await App.HostAsync(name, new DateOnly(2025, 1, 1));
        var site = new HostSite(host);
        site.Describe("Centrs", "Brīvības iela 1, Rīga", "0001000", null);
        site.Take([places, places, places, places, places, 0, 0], false);
        await App.SaveAsync(site);
        return (host, site.Id);
    }

    private async Task WarningAsync(Section section)
    {
        var warning = new Document(Guid.CreateVersion7(), section.ClientId, section.Id, "plus");
        warning.Begin("warning", "Brīdinājums", "lv", null, null, App.Now, new DateOnly(2026, 4, 17));
        await App.SaveAsync(warning);
    }
}
