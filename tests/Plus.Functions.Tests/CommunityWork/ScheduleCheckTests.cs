using System.Net;
using System.Text.Json;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>What the server says of a week's schedule while it is typed: the same as on saving, and nothing is kept.</summary>
public sealed class ScheduleCheckTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task DayOverItsLimit_IsSaidBesideItWithTheArticle_AndNothingIsSavedOrNotedAgain()
    {
        var browser = await app.AsAsync("caseManager");
        var (section, page) = await WeekAsync(browser, null);
        var shown = await app.ViewsAsync(section.ClientId, "workHours.enter");

        var answer = await CheckAsync(browser, page, ("Hours-2026-04-21", "3"), ("Start-2026-04-21", "17:00"));

        var line = Assert.Single(answer.GetProperty("fields").EnumerateArray());
        Assert.Equal("Hours-2026-04-21", line.GetProperty("field").GetString());
        Assert.Contains("LSIK", line.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0L, await PlannedAsync(section));
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "workHours.rescheduled"));
        Assert.Equal(shown, await app.ViewsAsync(section.ClientId, "workHours.enter"));

        var saved = await page.SubmitAsync(
            new() { ["Hours-2026-04-21"] = "3", ["Start-2026-04-21"] = "17:00" },
            form: "#byhand"
        );
        Assert.EndsWith(line.GetProperty("text").GetString()!, Assert.Single(saved.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeekOfAChildOverItsLimit_AndWhatCannotBeRead_AreSaid()
    {
        var browser = await app.AsAsync("caseManager");
        var (section, page) = await WeekAsync(browser, new DateOnly(2012, 6, 1));
        List<(string, string)> typed = [];
        for (var day = 20; day <= 25; day++)
        {
            typed.AddRange([($"Hours-2026-04-{day}", "2"), ($"Start-2026-04-{day}", "16:00")]);
        }

        var over = await CheckAsync(browser, page, [.. typed]);

        Assert.Contains("LSIK", over.GetProperty("against").GetString(), StringComparison.Ordinal);
        Assert.Contains("12:00", over.GetProperty("whole").GetString(), StringComparison.Ordinal);
        Assert.Empty(over.GetProperty("fields").EnumerateArray());

        var unread = await CheckAsync(browser, page, ("Hours-2026-04-21", "divas"), ("Hours-2026-04-22", "1"));
        Assert.Equal(2, unread.GetProperty("fields").GetArrayLength());
        Assert.Equal(0L, await PlannedAsync(section));
    }

    [Fact]
    public async Task Check_WithoutThePage_IsNotedAsAView_AndRefusedWithoutTokenReachOrRole()
    {
        var browser = await app.AsAsync("caseManager");
        var (section, page) = await WeekAsync(browser, null);
        var shown = await app.ViewsAsync(section.ClientId, "workHours.enter");
        var token = Token(page);
        var href = $"/community-work/{section.Id}/schedule/check?week=2026-04-20";
        Dictionary<string, string> fields = new() { ["__RequestVerificationToken"] = token };

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(href, fields)).Status);
        Assert.Equal(shown + 1, await app.ViewsAsync(section.ClientId, "workHours.enter"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(href, [])).Status);
        fields["Input.Note"] = new string('a', 20_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(href, fields)).Status);
        fields.Remove("Input.Note");

        var elsewhere = await app.SectionAsync(HostArrangement.Forty, office: await app.OfficeAsync(1));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.PostAsync($"/community-work/{elsewhere.Id}/schedule/check?week=2026-04-20", fields)).Status
        );
        var analyst = await app.AsAsync("analyst");
        fields["__RequestVerificationToken"] = Token(await analyst.GetAsync("/"));
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync(href, fields)).Status);
    }

    /// <summary>A client at work since 13.04.2026 and the page on which the week of 20.04.2026 is changed by hand.</summary>
    private async Task<(Section Section, ReadPage Page)> WeekAsync(PageBrowser browser, DateOnly? born)
    {
        var section = await app.SectionAsync(HostArrangement.Forty, birthDate: born);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.04.2026" }
        );
        var host = await app.HostAsync("Grafika devējs " + section.Id, new DateOnly(2025, 1, 1));
        await app.SaveAsync(
            new Shared.WorkHours.Records.Placement(section.Id, host, null, null, new DateOnly(2026, 4, 13))
        );
        return (section, await browser.GetAsync($"/community-work/{section.Id}/schedule?week=2026-04-20"));
    }

    private static async Task<JsonElement> CheckAsync(
        PageBrowser browser,
        ReadPage page,
        params (string Name, string Value)[] typed
    )
    {
        var form = page.Html.QuerySelector("#byhand")!;
        var answer = await browser.PostAsync(
            form.GetAttribute("data-source")!,
            [
                new("__RequestVerificationToken", Token(page)),
                new("Shown", form.QuerySelector("[name=Shown]")!.GetAttribute("value")!),
                .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)),
            ]
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static string Token(ReadPage page) =>
        page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<long> PlannedAsync(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT coalesce(sum(minutes), 0)::bigint FROM work_hours.planned_day WHERE section_id = '{section.Id}'"
        );
}
