using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Documents.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>A violation goes to the court and comes back: warned, submitted, replaced, and the section closed with it.</summary>
public sealed class BreachToCourtTests(Chromium chromium, ServedPlus plus)
    : SupervisionJourneys(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public async Task SecondViolation_GoesToTheCourt_WhoseDecisionClosesTheSection()
    {
        On(2026, 4, 20);
        var manager = await App.StaffAsync("caseManager");
        var opened = await App.SectionAsync(
            new MeasureTerms("probationSupervision") { Role = "main", Months = 12 },
            manager.Id
        );
        var section = opened.Id;
        var page = await AgainAsync(manager);
        await FillAsync(page, $"/sections/{section}/register", ("Day", "2.4.26"));

        var first = await ViolatedAsync(page, section, "10.4.26");
        await FillAsync(page, first + "/response", ("Response", "warning"), ("Note", "Pirmais pārkāpums"));
        var warning = new Document(Guid.CreateVersion7(), opened.ClientId, section, "plus");
        warning.Begin("warning", "Brīdinājums", "lv", null, null, App.Now, new DateOnly(2026, 4, 20));
        await App.SaveAsync(warning);
        await page.OpenAsync(first);
        await page.Locator("main a[href*='/serve']").First.ClickAsync();
        await FillAsync(
            page,
            page.Path(),
            ("How", "inPerson"),
            ("Document", warning.Id.ToString()),
            ("ServedOn", "20.4.26")
        );

        // What happened before the warning was served does not count as a violation after a warning.
        On(2026, 4, 22);
        page = await AgainAsync(manager);
        var second = await ViolatedAsync(page, section, "21.4.26");
        await FillAsync(page, second + "/response", ("Response", "court_submission"), ("Note", "Atkārtoti neierodas"));
        await page.OpenAsync("/breaches?of=own");
        await SaysAsync(page, "Gaida lēmumu");
        await page.OpenAsync(second);
        await page.Locator("main a[href*='/decide']").First.ClickAsync();
        await FillAsync(
            page,
            page.Path(),
            ("Decision", "replaced"),
            ("DecidedOn", "22.4.26"),
            ("Number", "K-77"),
            ("Days", "300")
        );
        await CloseAsync(
            page,
            section,
            ["Tiesas lēmums"],
            ("Outcome", "replaced_by_imprisonment"),
            ("Day", "22.4.26"),
            ("GroundReference", "Rīgas pilsētas tiesa, K-77"),
            ("GroundIssuedOn", "22.4.26")
        );
        Assert.Equal("closed replaced_by_imprisonment", await StateAsync(section));
        await page.OpenAsync("/breaches?of=own");
        await SaysAsync(page, "Neviens pārkāpums");
    }

    private static async Task<string> ViolatedAsync(IPage page, SectionId section, string day)
    {
        await FillAsync(
            page,
            $"/sections/{section}/breaches/new",
            ("Kind", "meeting"),
            ("Attended", "no"),
            ("OccurredOn", day),
            ("Description", "Neieradās uz tikšanos"),
            ("AskExplanation", "false")
        );
        var href = page.Path();
        await FillAsync(page, href + "/judgement", ("Justified", "no"), ("Judgement", "Iemesls nav attaisnojošs"));
        return href;
    }
}
