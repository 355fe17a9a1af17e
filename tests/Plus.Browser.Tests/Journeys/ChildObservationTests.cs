using Plus.Browser.Tests.Browsing;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>The observation of a child: registered with the representative, an obligation of its own list, a plan, school.</summary>
public sealed class ChildObservationTests(Chromium chromium, ServedPlus plus)
    : SupervisionJourneys(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public async Task Child_IsObservedFromTheRulingToTheEndOfTheTerm()
    {
        On(2026, 4, 8);
        var manager = await App.StaffAsync("caseManager");
        var section = (
            await App.SectionAsync(
                new MeasureTerms("probationObservation") { Months = 12 },
                manager.Id,
                birthDate: new DateOnly(2011, 5, 6)
            )
        ).Id;
        var page = await AgainAsync(manager);
        await page.OpenAsync($"/sections/{section}");
        // Ten days by the calendar, with the article.
        await SaysAsync(page, "10 dienas");
        await FillAsync(page, $"/sections/{section}/register", ("Day", "7.4.26"));
        await FillAsync(
            page,
            $"/sections/{section}/obligations/new",
            ("Kind", "child_curfew"),
            ("Wording", "Pēc plkst. 21 būt mājās"),
            ("HoursFrom", "21:00"),
            ("HoursTo", "7:00"),
            ("From", "8.4.26"),
            ("DecidedOn", "8.4.26")
        );
        await FillAsync(
            page,
            $"/sections/{section}/plan/need",
            ("Domain", "education"),
            ("Wording", "Kavē skolu"),
            ("Stage", "contemplation"),
            ("Note", "Saruna ar bērnu un māti")
        );
        await FillAsync(
            page,
            $"/sections/{section}/applications/new",
            ("Kind", "study_change"),
            ("From", "8.4.26"),
            ("Place", "Rīgas 10. vidusskola"),
            ("Employment", "student")
        );
        await SaysAsync(page, "32.³ pants");
        await FillAsync(page, page.Path() + "/decide", ("Outcome", "noted"));
        Assert.Equal(
            "student",
            await App.ScalarAsync<string>(
                $"SELECT c.employment FROM clients.client c JOIN cases.section s ON s.client_id = c.id WHERE s.id = '{section}'"
            )
        );

        On(2027, 4, 2);
        page = await AgainAsync(manager);
        await CloseAsync(
            page,
            section,
            ["Vairs nebūs spēkā pienākumi"],
            ("Outcome", "completed_successfully"),
            ("Day", "1.4.27")
        );
        Assert.Equal("closed completed_successfully", await StateAsync(section));
    }
}
