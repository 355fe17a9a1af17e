using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>From what a client can do to where they work and when: proposals, rules, placements, the schedule.</summary>
public sealed class PlacementPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Profile_FreeHoursThatCannotBeRead_AreRefused_AndHealthIsKeptApart()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await RegisteredAsync(browser);

        var form = await browser.GetAsync($"/community-work/{section.Id}/profile");
        var wrong = await form.SubmitAsync(
            new()
            {
                ["Input.Free[0]"] = "vakarā",
                ["Input.Skills"] = "painting",
                ["Input.Limits"] = "lifting",
            }
        );
        Assert.Contains("17-20", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Contains("value=\"vakarā\"", wrong.Text, StringComparison.Ordinal);
        var saved = await wrong.SubmitAsync(new() { ["Input.Free[0]"] = "17-20" });

        Assert.EndsWith("/host", saved.Path, StringComparison.Ordinal);
        Assert.Equal(
            "17:00-20:00",
            await app.ScalarAsync<string>(
                $"SELECT free_times[1] FROM work_hours.profile WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.profileChanged"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.healthChanged"));
        Assert.Equal(
            "lifting",
            await app.ScalarAsync<string>($"SELECT limits[1] FROM work_hours.health WHERE section_id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Proposals_RankByFit_AndARuleAgainstIsRefusedUntilOverriddenWithAReason()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await RegisteredAsync(browser, new DateOnly(2009, 2, 1));
        var trained = await SiteAsync("Apmācīts devējs", trained: true);
        var untrained = await SiteAsync("Neapmācīts devējs", trained: false);

        var page = await browser.GetAsync($"/community-work/{section.Id}/host");
        Assert.True(
            page.Words.IndexOf("Apmācīts devējs", StringComparison.Ordinal)
                < page.Words.IndexOf("Neapmācīts devējs", StringComparison.Ordinal)
        );
        var refused = await page.SubmitAsync(new() { ["Input.Host"] = untrained.Code }, button: "Norīkot");
        Assert.Contains(
            "nav derīgas apmācības bērnu tiesību aizsardzībā",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "workHours.placed"));

        var placed = await refused.SubmitAsync(
            new() { ["Input.Override"] = "Apmācība jau pieteikta nākamnedēļ" },
            button: "Norīkot"
        );
        Assert.Contains("Norīkots pretēji noteikumiem", placed.Words, StringComparison.Ordinal);
        Assert.Equal(
            "minor_untrained_host",
            await app.ScalarAsync<string>(
                $"SELECT overridden[1] FROM work_hours.placement WHERE section_id = '{section.Id}'"
            )
        );
        Assert.NotEqual(trained.Site, untrained.Site);
    }

    [Fact]
    public async Task Placements_FollowOneAnother_NeverOverlap_AndEndWithAReason()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await RegisteredAsync(browser);
        var first = await SiteAsync("Pirmā vieta", trained: true);
        var second = await SiteAsync("Otrā vieta", trained: true);
        var place = $"/community-work/{section.Id}/host";
        await (await browser.GetAsync(place)).SubmitAsync(
            new() { ["Input.Host"] = first.Code, ["Input.From"] = "13.04.2026" },
            button: "Norīkot"
        );

        var again = await (await browser.GetAsync(place)).SubmitAsync(
            new() { ["Input.Host"] = second.Code, ["Input.From"] = "20.04.2026" },
            button: "Norīkot"
        );
        Assert.Contains("kāpēc šis norīkojums beidzas", Assert.Single(again.Errors), StringComparison.Ordinal);
        var moved = await again.SubmitAsync(new() { ["Input.EndReason"] = "hostAsked" }, button: "Norīkot");
        Assert.Contains("13.04.2026 – 19.04.2026", moved.Words, StringComparison.Ordinal);
        var earlier = await (await browser.GetAsync(place)).SubmitAsync(
            new() { ["Input.Host"] = first.Code, ["Input.From"] = "15.04.2026" },
            button: "Norīkot"
        );
        Assert.Contains("jau ir norīkots no 20.04.2026", Assert.Single(earlier.Errors), StringComparison.Ordinal);

        var end = await browser.GetAsync(
            (await browser.GetAsync($"/community-work/{section.Id}"))
                .Html.QuerySelector("a[href*='/placements/'][href$='/end']")!
                .GetAttribute("href")!
        );
        var outside = await end.SubmitAsync(new() { ["Input.LastDay"] = "19.04.2026", ["Input.Reason"] = "health" });
        Assert.Contains("norīkojuma laikā", Assert.Single(outside.Errors), StringComparison.Ordinal);
        await outside.SubmitAsync(new() { ["Input.LastDay"] = "30.04.2026" });

        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.placementEnded"));
        var overlap = await Assert.ThrowsAnyAsync<Exception>(() =>
            app.ScalarAsync<Guid>(
                $"""
                INSERT INTO work_hours.placement (id, section_id, host_employer_id, valid_from, overridden)
                VALUES (gen_random_uuid(), '{section.Id}', '{first.Host}', '2026-04-28', array[]::text[]) RETURNING id
                """
            )
        );
        Assert.Contains("ex_placement_overlap", overlap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_OnADayBetweenPlacements_AreRefused()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await RegisteredAsync(browser, registered: "01.04.2026");
        var host = await SiteAsync("Vieta ar pārtraukumu", trained: true);
        var ended = new Placement(section.Id, host.Host, host.Site, null, new DateOnly(2026, 4, 1));
        ended.End(new DateOnly(2026, 4, 5), "workFinished");
        await app.SaveAsync(ended, new Placement(section.Id, host.Host, host.Site, null, new DateOnly(2026, 4, 14)));

        var page = await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-06");
        var refused = await page.SubmitAsync(
            new() { ["Worked-2026-04-08"] = "2" },
            form: "form[action*='week=2026-04-06']"
        );

        Assert.Contains("nebija norīkots", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWhoMustNotMeet_AreNotPlacedAtOneSiteOnTheSameDays()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var one = await RegisteredAsync(browser);
        var other = await RegisteredAsync(browser);
        var host = await SiteAsync("Kopīga vieta", trained: true);
        await app.SaveAsync(
            new MustNotMeet(one.ClientId, other.ClientId, "coAccused", null, new DateOnly(2026, 1, 1)),
            new Placement(other.Id, host.Host, host.Site, null, new DateOnly(2026, 4, 13))
        );

        var page = await browser.GetAsync($"/community-work/{one.Id}/host");
        var refused = await page.SubmitAsync(new() { ["Input.Host"] = host.Code }, button: "Norīkot");

        var error = Assert.Single(refused.Errors);
        Assert.Contains("ar ko klients nedrīkst satikties", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Bērziņš", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OffenceAgainstChildren_NearChildren_IsRefusedUntilOverriddenWithAReason()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await RegisteredAsync(browser);
        var near = await SiteAsync("Bērnudārza pagalms", trained: true, nearChildren: true);
        var place = $"/community-work/{section.Id}/host";
        // The first client's offence is not against children, and nothing speaks against the place.
        Assert.DoesNotContain("Nodarījums pret bērnu", (await browser.GetAsync(place)).Words, StringComparison.Ordinal);
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.basis_offence SET article = '174' WHERE basis_id = '{section.BasisId}' RETURNING 1) SELECT count(*) FROM u"
        );

        var refused = await (await browser.GetAsync(place)).SubmitAsync(
            new() { ["Input.Host"] = near.Code },
            button: "Norīkot"
        );
        Assert.Contains("Nodarījums pret bērnu", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "workHours.placed"));

        await refused.SubmitAsync(
            new() { ["Input.Override"] = "Strādā tikai laikā, kad bērnudārzs ir slēgts" },
            button: "Norīkot"
        );
        Assert.Equal(
            "near_children",
            await app.ScalarAsync<string>(
                $"SELECT overridden[1] FROM work_hours.placement WHERE section_id = '{section.Id}'"
            )
        );
    }

    [Fact]
    public async Task LastPlace_AskedForByManyInTheSameSecond_IsGivenOnce()
    {
        const int Many = 6;
        var browser = await app.AsAsync("caseManager");
        var host = await SiteAsync("Vienas vietas devējs", trained: true, places: 1);
        var forms = new List<ReadPage>();
        for (var i = 0; i < Many; i++)
        {
            var section = await RegisteredAsync(browser);
            forms.Add(await browser.GetAsync($"/community-work/{section.Id}/host"));
        }

        var answers = await Task.WhenAll(
            forms.Select(f => f.SubmitAsync(new() { ["Input.Host"] = host.Code }, button: "Norīkot"))
        );

        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM work_hours.placement WHERE host_employer_id = '{host.Host}'"
            )
        );
        Assert.Equal(
            Many - 1,
            answers.Count(a => a.Errors.Any(e => e.Contains("nav brīvas vietas", StringComparison.Ordinal)))
        );
    }

    [Fact]
    public async Task Section_IsCarriedOutByOneAtATime_TheDatabaseSeesToIt()
    {
        var section = await app.SectionAsync(Forty);

        var second = await Assert.ThrowsAnyAsync<Exception>(() =>
            app.ScalarAsync<Guid>(
                $"INSERT INTO cases.assignment (id, section_id, office_id, valid_from, reason) VALUES (gen_random_uuid(), '{section.Id}', '{section.OfficeId}', '2026-04-02', 'first') RETURNING id"
            )
        );

        Assert.Contains("ex_assignment_open", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_IsMadeForTheWholeRemainder_ChangedByHandWithinLimits_AndHoldsPlaces()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await RegisteredAsync(browser);
        var host = await SiteAsync("Grafika vieta", trained: true, places: 1);
        await (await browser.GetAsync($"/community-work/{section.Id}/host")).SubmitAsync(
            new() { ["Input.Host"] = host.Code, ["Input.From"] = "15.04.2026" },
            button: "Norīkot"
        );

        var form = await browser.GetAsync($"/community-work/{section.Id}/schedule");
        var past = await form.SubmitAsync(new() { ["Input.From"] = "14.04.2026" }, form: "#make");
        Assert.Contains("no šodienas", Assert.Single(past.Errors), StringComparison.Ordinal);
        var made = await past.SubmitAsync(new() { ["Input.From"] = "20.04.2026" }, form: "#make");
        Assert.Contains("atlicis izpildīt 40:00", made.Words, StringComparison.Ordinal);
        Assert.Contains("Darbs beigsies", made.Words, StringComparison.Ordinal);
        Assert.Equal(2400L, await PlannedAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.scheduled"));

        var week = await browser.GetAsync($"/community-work/{section.Id}/schedule?week=2026-04-20");
        var over = await week.SubmitAsync(new() { ["Hours-2026-04-21"] = "3" }, form: "#byhand");
        Assert.Contains("LSIK", Assert.Single(over.Errors), StringComparison.Ordinal);
        var changed = await over.SubmitAsync(
            new() { ["Hours-2026-04-21"] = "1", ["Start-2026-04-21"] = "18:00" },
            form: "#byhand"
        );
        Assert.Contains("Grafiks mainīts", changed.Words, StringComparison.Ordinal);
        Assert.Equal(2340L, await PlannedAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.rescheduled"));

        // The only place of the working days is taken now.
        var second = await RegisteredAsync(browser);
        var full = await (await browser.GetAsync($"/community-work/{second.Id}/host")).SubmitAsync(
            new() { ["Input.Host"] = host.Code, ["Input.From"] = "20.04.2026" },
            button: "Norīkot"
        );
        Assert.Contains("nav brīvas vietas", Assert.Single(full.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FreePlaces_AndHostsWithoutClients_CountEverybodysClientsAndNameNobody()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var analyst = await app.LoggedInAsAsync("analyst");
        var section = await RegisteredAsync(browser);
        var host = await SiteAsync("Divu vietu devējs", trained: true, places: 2);
        var empty = await SiteAsync("Devējs bez klientiem", trained: true);
        await app.SaveAsync(new Placement(section.Id, host.Host, host.Site, null, new DateOnly(2026, 4, 13)));

        var places = await analyst.GetAsync("/partners/places?handler=Export&format=csv");
        var without = await analyst.GetAsync("/partners?clients=none&handler=Export&format=csv");

        Assert.Contains("Divu vietu devējs;Noliktava;Rīga;1;1;1;1;1;0;0", places.Text, StringComparison.Ordinal);
        Assert.Contains("Devējs bez klientiem;Noliktava;Rīga;5;5;5;5;5;0;0", places.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bērziņš", places.Text, StringComparison.Ordinal);
        Assert.Contains("Devējs bez klientiem", without.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Divu vietu devējs", without.Text, StringComparison.Ordinal);
        Assert.NotEqual(host.Site, empty.Site);
    }

    [Fact]
    public async Task Pages_OfAnotherOfficesSection_DoNotExist()
    {
        var section = await app.SectionAsync(Forty, office: await app.OfficeAsync(1));
        var browser = await app.LoggedInAsAsync("caseManager");
        foreach (var part in new[] { "profile", "host", "schedule" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync($"/community-work/{section.Id}/{part}")).Status
            );
        }
    }

    private async Task<Section> RegisteredAsync(
        PageBrowser browser,
        DateOnly? born = null,
        string registered = "13.04.2026"
    )
    {
        var section = await app.SectionAsync(Forty, birthDate: born);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = registered }
        );
        return section;
    }

    private async Task<(HostEmployerId Host, Guid Site, string Code)> SiteAsync(
        string name,
        bool trained,
        int places = 5,
        bool nearChildren = false
    )
    {
        var host = await app.HostAsync(name, new DateOnly(2025, 1, 1));
        var site = new HostSite(host);
        site.Describe("Noliktava", "Ganību dambis 3", "0001000", null);
        site.Take([places, places, places, places, places, 0, 0], nearChildren);
        await app.SaveAsync(site);
        if (trained)
        {
            await app.SaveAsync(new HostTraining(host, HostTraining.ChildRights, new DateOnly(2026, 1, 5), "Vadītāja"));
        }

        return (host, site.Id, $"{host}/{site.Id}");
    }

    private Task<long> PlannedAsync(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT coalesce(sum(minutes), 0)::bigint FROM work_hours.planned_day WHERE section_id = '{section.Id}'"
        );
}
