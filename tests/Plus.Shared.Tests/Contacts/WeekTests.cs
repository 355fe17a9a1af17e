using System.Net;
using Plus.Kernel.Ids;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Contacts;

public sealed class WeekTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Week_BeginsWithToday_AndShowsContactsTasksAndWhoIsAway()
    {
        // 15.04.2026 is a Wednesday.
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Year, manager: browser.StaffId);
        var contact = new Contact(
            ContactId.New(),
            section.ClientId,
            section.Id,
            "office",
            new DateTimeOffset(2026, 4, 16, 7, 0, 0, TimeSpan.Zero),
            30,
            null
        );
        contact.With(browser.StaffId);
        var away = new ClientRequest(
            section.Id,
            new ClientApplication(
                ApplicationKinds.LeaveResidence,
                new DateOnly(2026, 4, 10),
                new DateOnly(2026, 4, 14),
                new DateOnly(2026, 4, 18)
            ),
            false
        );
        away.About("Ventspils", null);
        away.Decide(ApplicationOutcome.Noted, new DateOnly(2026, 4, 10), null, away.From, away.To);
        await app.SaveAsync(contact, away);

        var page = await browser.GetAsync("/week");
        Assert.Equal("Mana nedēļa: 13.04.2026–19.04.2026", page.Heading);
        var days = page.Html.QuerySelectorAll(".plus-card h2").Select(h => h.TextContent.Trim()).ToList();
        Assert.Contains("15.04.2026", days[0], StringComparison.Ordinal);
        Assert.Contains("14.04.2026", days[^1], StringComparison.Ordinal);
        Assert.Contains("Ventspils, 14.04.2026–18.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Contains($"/contacts/{contact.Id}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sagaidīt klienta reģistrēšanos", page.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "home.week") > 0);

        var next = await browser.GetAsync("/week?day=2026-04-20");
        Assert.Equal("Mana nedēļa: 20.04.2026–26.04.2026", next.Heading);
        Assert.DoesNotContain($"/contacts/{contact.Id}", next.Text, StringComparison.Ordinal);

        var calendar = await browser.GetAsync("/calendar?view=week&of=own");
        var list = calendar.Html.QuerySelectorAll(".plus-week-list h2").Select(h => h.TextContent.Trim()).ToList();
        Assert.Contains("15.04.2026", list[0], StringComparison.Ordinal);
        Assert.Contains("14.04.2026", list[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveViolations_AreCountedOnTheBoard_AndTheCountLeadsToExactlyThem()
    {
        var office = await app.OfficeAsync(3);
        var manager = await app.StaffAsync("caseManager", office);
        var section = await app.SectionAsync(Year, manager: manager.Id, office: office);
        var day = new DateOnly(2026, 4, 3);
        var live = new Breach(section.Id, "meeting", day, false, day, manager.Id);
        var justified = new Breach(section.Id, "meeting", day, false, day, manager.Id);
        justified.Judge(true, day.AddDays(2), manager.Id, "Slims");
        await app.SaveAsync(live, justified);

        var head = await app.LoggedInAsAsync("officeHead", office);
        var board = await head.GetAsync("/board");
        Assert.Contains("Neatrisināti pārkāpumi 1", board.Words, StringComparison.Ordinal);
        var list = await head.GetAsync("/breaches?of=all");
        Assert.Contains($"/breaches/{live.Id}", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/breaches/{justified.Id}", list.Text, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "breaches.view") > 0);

        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(2));
        Assert.DoesNotContain(
            $"/breaches/{live.Id}",
            (await elsewhere.GetAsync("/breaches?of=all")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.LoggedInAsAsync("accountant")).GetAsync("/breaches")).Status
        );
    }
}
