using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Rules.Records;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tests.Clients;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Rules;

public sealed class CalendarPagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Year_NamesItsHolidaysAndCountsItsWorkingDays()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        var page = await browser.GetAsync("/rules/calendar/2026");

        var days = page.Html.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(14, days.Length);
        Assert.Contains(days, d => d.TextContent.Contains("06.04.2026", StringComparison.Ordinal));
        Assert.Contains("Darba dienas gadā: 250", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("[", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rules/calendar/2004")).Status);
        Assert.Equal("/rules/calendar", (await browser.GetAsync("/rules/calendar")).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/rules/calendar/days/new")).Status);
    }

    [Fact]
    public async Task TransferredDay_MovesDeadlinesAndCanBeRemoved()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.PersonAsync("Jānis", "Ozols");

        var preview = await SetAsync(admin, "02.04.2026", "TransferredOff", "preview");
        var nothingYet = await app.ReadAsync(db => db.Set<CalendarDay>().CountAsync());
        var done = await SetAsync(admin, "02.04.2026", "TransferredOff", "save");
        var moved = await DueAsync(person);
        var remove = await admin.GetAsync("/rules/calendar/days/2026-04-02/remove");
        var removed = await remove.SubmitAsync(new() { ["Reason"] = "rīkojums atcelts" });

        Assert.Contains("Mainās 1 uzdevums", preview.Words, StringComparison.Ordinal);
        Assert.Equal(0, nothingYet);
        Assert.Equal("/rules/calendar/2026", done.Path);
        Assert.Contains("MK rīkojums Nr. 9", done.Words, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 4, 8), moved);
        Assert.Equal("/rules/calendar/2026", removed.Path);
        Assert.Equal(new DateOnly(2026, 4, 7), await DueAsync(person));
        Assert.Equal(
            "rules.daySet,rules.dayRemoved",
            await app.ScalarAsync<string>(
                "SELECT string_agg(type, ',' ORDER BY at, id) FROM audit.process WHERE type LIKE 'rules.day%'"
            )
        );
    }

    [Theory]
    [InlineData("04.04.2026", "TransferredOff", "Diena tāda jau ir")]
    [InlineData("02.04.2026", "TransferredWork", "Diena tāda jau ir")]
    [InlineData("02.04.2040", "Holiday", "no 2005. līdz 2035. gadam")]
    [InlineData("rītvakar", "Holiday", "Ierakstiet datumu")]
    public async Task Day_ThatMakesNoSense_IsRefused(string day, string kind, string says)
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var answer = await SetAsync(admin, day, kind, "save");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_SetTwice_IsRefused()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        await SetAsync(admin, "02.04.2026", "TransferredOff", "save");
        var again = await SetAsync(admin, "02.04.2026", "Holiday", "save");

        Assert.Contains("Šī diena jau ir noteikta", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    private static async Task<ReadPage> SetAsync(PageBrowser admin, string day, string kind, string step)
    {
        var page = await admin.GetAsync("/rules/calendar/days/new");
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await admin.PostAsync(
            page.Path,
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Form.Day"] = day,
                ["Form.Kind"] = kind,
                ["Form.Reason"] = "MK rīkojums Nr. 9",
                ["step"] = step,
            }
        );
    }

    private Task<DateOnly?> DueAsync(People.Person person) =>
        app.ReadAsync(db =>
            db.Set<DueTaskRow>()
                .Where(t => t.SectionId == person.Section.Id && t.Kind == "create_case")
                .Select(t => t.DueOn)
                .SingleAsync()
        );
}
