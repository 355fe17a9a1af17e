using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

public sealed class WorkSectionPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    private static readonly Dictionary<string, string?> Pardoned = new()
    {
        ["Input.Outcome"] = "pardoned",
        ["Input.GroundReference"] = "Valsts prezidenta lēmums Nr. 7",
        ["Input.GroundIssuedOn"] = "14.04.2026",
    };

    [Fact]
    public async Task Registration_OfAReceivedSection_EndsItsTaskAndIsAudited()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty);
        var page = await browser.GetAsync($"/community-work/{section.Id}");
        Assert.Contains("17.04.2026", page.Words, StringComparison.Ordinal);

        var form = await page.ClickAsync("Reģistrēt klientu");
        var done = await form.SubmitAsync(new() { ["Input.Day"] = "13.4." });

        Assert.Equal($"/community-work/{section.Id}", done.Path);
        Assert.Contains("Reģistrēts 13.04.2026", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.registered"));
        Assert.Equal(0L, await Tasks(section, "register_client"));
        Assert.True(await app.ViewsAsync(section.ClientId, "cases.view") >= 2);
    }

    [Fact]
    public async Task Registration_OnADayToCome_IsRefusedAndKeepsWhatWasTyped()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty);

        var form = await browser.GetAsync($"/sections/{section.Id}/register");
        var refused = await form.SubmitAsync(new() { ["Input.Day"] = "20.04.2026" });

        Assert.Contains("vēl nav pienākusi", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("20.04.2026", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.registered"));
    }

    [Fact]
    public async Task Client_IsPlacedAndTheConditionsChange_BothAudited()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );
        var host = await app.HostAsync("Rīgas meži", new DateOnly(2026, 1, 1));

        await (await browser.GetAsync($"/community-work/{section.Id}/host")).SubmitAsync(
            new() { ["Input.Host"] = host.ToString(), ["Input.From"] = "14.04.2026" },
            button: "Norīkot"
        );
        await (await browser.GetAsync($"/community-work/{section.Id}/conditions")).SubmitAsync(
            new() { ["Input.Status"] = "neither" }
        );

        Assert.Equal(
            $"{host} neither",
            await app.ScalarAsync<string>(
                $"SELECT host_employer_id || ' ' || work_status FROM community_work.sentence WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.placed"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.conditionsChanged"));
    }

    [Fact]
    public async Task Hours_WithinTheLimits_AreCreditedAndTheBalanceFollows()
    {
        var (browser, section) = await PlacedAsync();

        var page = await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13");
        var done = await page.SubmitAsync(
            new() { ["Worked-2026-04-13"] = "2", ["Worked-2026-04-14"] = "1,5" },
            form: "form[action*='week=2026-04-13']"
        );

        Assert.Contains("Izpildīts 3:30 no 40:00", done.Words, StringComparison.Ordinal);
        Assert.Contains("atlicis 36:30", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.entered"));
        Assert.Equal(210L, await Minutes(section));
    }

    [Fact]
    public async Task Hours_OverTheDay_AreRefusedWithTheArticleAndNothingTypedIsLost()
    {
        var (browser, section) = await PlacedAsync();

        var page = await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13");
        var refused = await page.SubmitAsync(
            new() { ["Worked-2026-04-13"] = "2", ["Worked-2026-04-14"] = "3:15" },
            form: "form[action*='week=2026-04-13']"
        );

        var error = Assert.Single(refused.Errors);
        Assert.Contains("14.04.2026", error, StringComparison.Ordinal);
        Assert.Contains("LSIK", error, StringComparison.Ordinal);
        Assert.Contains("value=\"3:15\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await Minutes(section));

        var split = await refused.SubmitAsync(
            form: "form[action*='week=2026-04-13']",
            button: "Ierakstīt, pārsniegumu neieskaitot"
        );

        Assert.Contains("nav ieskaitīts 1:15", split.Text, StringComparison.Ordinal);
        Assert.Equal(240L, await Minutes(section));
        Assert.Equal(
            "hours_over_daily_limit_consent_missing",
            await app.ScalarAsync<string>(
                $"SELECT refusal_code FROM community_work.hours_entry WHERE section_id = '{section.Id}' AND refused_minutes > 0"
            )
        );
    }

    [Fact]
    public async Task Hours_WithoutAContractOnTheDay_AreRefused()
    {
        var host = await app.HostAsync("Parks un dārzi", new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 13));
        var (browser, section) = await PlacedAsync(host.ToString(), "13.04.2026");

        var page = await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13");
        var refused = await page.SubmitAsync(
            new() { ["Worked-2026-04-14"] = "2" },
            form: "form[action*='week=2026-04-13']"
        );

        Assert.Contains("nebija spēkā esoša līguma", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0L, await Minutes(section));
    }

    [Fact]
    public async Task Correction_OfAnEntry_WithdrawsItAndMakesANewOne()
    {
        var (browser, section) = await PlacedAsync();
        var page = await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13");
        page = await page.SubmitAsync(new() { ["Worked-2026-04-13"] = "2" }, form: "form[action*='week=2026-04-13']");
        var href = page.Html.QuerySelector("a[href*='/hours/']")!.GetAttribute("href")!;

        var form = await browser.GetAsync(href);
        var missing = await form.SubmitAsync(new() { ["Input.Worked"] = "1:30" });
        Assert.Contains("Ierakstiet pamatojumu.", Assert.Single(missing.Errors), StringComparison.Ordinal);
        var done = await missing.SubmitAsync(
            new() { ["Input.Worked"] = "1:30", ["Input.Reason"] = "Darba devējs precizēja" },
            button: "Labot"
        );

        Assert.Contains("Izpildīts 1:30 no 40:00", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM community_work.hours_entry WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.corrected"));
    }

    [Fact]
    public async Task Closing_AsFullyServedWithHoursMissing_IsRefused_WithAnotherOutcomeCloses_AndReopens()
    {
        var (_, section) = await PlacedAsync();
        var head = await app.LoggedInAsAsync("officeHead");

        var form = await head.GetAsync($"/sections/{section.Id}/close");
        var refused = await form.SubmitAsync(
            new() { ["Input.Outcome"] = "fully_served", ["Input.Day"] = "15.04.2026" }
        );
        Assert.Contains("trūkst 40:00", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var check = await refused.SubmitAsync(new(Pardoned));
        Assert.Equal("Pārbaudiet pirms slēgšanas", check.Heading);
        var closed = await check.SubmitAsync(button: "Slēgt sekciju");
        Assert.Contains("Slēgta", closed.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.closed"));
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}'")
        );

        var reopen = await closed.ClickAsync("Atvērt no jauna");
        var open = await reopen.SubmitAsync(new() { ["Input.Reason"] = "Lēmums atcelts" });
        Assert.Contains("Izpildē", open.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.reopened"));
    }

    [Fact]
    public async Task Closing_OfAVersionSeenBeforeAChange_IsAConflict()
    {
        var (browser, section) = await PlacedAsync();
        var form = await browser.GetAsync($"/sections/{section.Id}/close");
        var check = await form.SubmitAsync(new(Pardoned) { ["Input.Day"] = "15.04.2026" });
        var other = await app.LoggedInAsAsync("caseManager");
        await (await other.GetAsync($"/sections/{section.Id}/suspend")).SubmitAsync(
            new() { ["Input.Reason"] = "illness", ["Input.Day"] = "15.04.2026" }
        );

        var conflict = await check.SubmitAsync(button: "Slēgt sekciju");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Ierakstu pa to laiku ir mainījis kāds cits", conflict.Words, StringComparison.Ordinal);
        Assert.Contains("Izdarīts: ", conflict.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Lauku salīdzinājums", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.closed"));
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("accountant")]
    public async Task Section_ForRolesWithoutClients_IsRefused(string role)
    {
        var section = await app.SectionAsync(Forty);
        var browser = await app.LoggedInAsAsync(role);

        var page = await browser.GetAsync($"/community-work/{section.Id}");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(0, await app.ViewsAsync(section.ClientId, "cases.view"));
    }

    [Fact]
    public async Task Section_OfAnotherOffice_DoesNotExist()
    {
        var section = await app.SectionAsync(Forty, office: await app.OfficeAsync(1));
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/community-work/{section.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{section.Id}/close")).Status);
    }

    private async Task<(PageBrowser Browser, Section Section)> PlacedAsync(
        string? host = null,
        string from = "13.04.2026"
    )
    {
        host ??= (await app.HostAsync("Rīgas meži", new DateOnly(2025, 1, 1))).ToString();
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.04.2026" }
        );
        var place = await browser.GetAsync($"/community-work/{section.Id}/host");
        if (from != "15.04.2026")
        {
            place = await place.SubmitAsync(new() { ["Input.From"] = from }, button: "Meklēt");
        }

        var placed = await place.SubmitAsync(new() { ["Input.Host"] = host, ["Input.From"] = from }, button: "Norīkot");
        Assert.Equal($"/community-work/{section.Id}", placed.Path);
        Assert.Contains("Izpildē", placed.Words, StringComparison.Ordinal);
        return (browser, section);
    }

    private Task<long> Minutes(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT coalesce(sum(credited_minutes), 0)::bigint FROM community_work.hours_entry WHERE section_id = '{section.Id}' AND withdrawn_at IS NULL"
        );

    private Task<long> Tasks(Section section, string kind) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = '{kind}'"
        );
}
