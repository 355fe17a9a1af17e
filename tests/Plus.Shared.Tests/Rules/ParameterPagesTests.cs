using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Rules.Records;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tests.Clients;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Rules;

public sealed class ParameterPagesTests : IAsyncLifetime
{
    private const string CreateCase = "/rules/parameters/deadline.create_case";

    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task List_ShowsEveryParameterAndMarksTheUnverified()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        var all = await browser.GetAsync("/rules/parameters");
        var unverified = await browser.GetAsync("/rules/parameters?show=unverified");

        var codes = Plus.Law.Rules.LegalParameters.Embedded.Codes.Count();
        Assert.Equal(codes, all.Html.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(unverified.Html.QuerySelectorAll("tbody tr").Length, 1, codes - 1);
        Assert.All(
            unverified.Html.QuerySelectorAll("tbody tr"),
            row => Assert.Contains("Nav pārbaudīts", row.TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("[law.", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ListsWhatMovesAndSavesNothing()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.PersonAsync("Jānis", "Ozols");

        var preview = await SetAsync(admin, "5", "01.01.2026", "preview");

        Assert.Contains("Mainās 1 uzdevums", preview.Words, StringComparison.Ordinal);
        var row = Assert.Single(preview.Html.QuerySelectorAll("[aria-label='Kas mainīsies'] tbody tr"));
        Assert.Equal(
            [person.Case.Number, "Lietas izveidošana", "07.04.2026", "10.04.2026"],
            row.Children.Select(c => c.TextContent.Trim())
        );
        Assert.DoesNotContain("Ozols", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Set<ParameterOverride>().CountAsync()));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE part = 'rules.change' AND '{person.Client.Id}' = ANY (clients)"
            )
        );
    }

    [Fact]
    public async Task Set_MovesTheTasksAtOnceAndTellsWhy()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.PersonAsync("Jānis", "Ozols");

        var done = await SetAsync(admin, "5", "01.01.2026", "save");

        Assert.Equal(CreateCase, done.Path);
        Assert.Contains("Mainījās 1 uzdevums", done.Words, StringComparison.Ordinal);
        Assert.Contains("5 darba dienas", done.Words, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 4, 10), await DueAsync(person));
        Assert.Equal(
            "MK Nr. 1, 5. punkts | grozījumi",
            await app.ScalarAsync<string>(
                "SELECT legal_basis || ' | ' || reason FROM audit.process WHERE type = 'rules.parameterSet'"
            )
        );
    }

    [Fact]
    public async Task Set_FromALaterDay_LeavesEarlierDeadlinesAlone()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        await app.PersonAsync("Jānis", "Ozols");

        var preview = await SetAsync(admin, "5", "02.04.2026", "preview");

        Assert.Contains("Neviena atvērtā uzdevuma diena nemainās", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetTwiceFromTheSameDay_TheNewerHolds()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.PersonAsync("Jānis", "Ozols");

        await SetAsync(admin, "5", "01.01.2026", "save");
        await SetAsync(admin, "3", "01.01.2026", "save");

        Assert.Equal(new DateOnly(2026, 4, 8), await DueAsync(person));
    }

    [Fact]
    public async Task Withdraw_BringsTheOldDateBack()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.PersonAsync("Jānis", "Ozols");
        var set = await SetAsync(admin, "5", "01.01.2026", "save");

        var ask = await set.ClickAsync("Atsaukt vērtību");
        var done = await ask.SubmitAsync(new() { ["Reason"] = "kļūda" });
        var again = await admin.GetAsync(ask.Path);

        Assert.Contains("Mainās 1 uzdevums", ask.Words, StringComparison.Ordinal);
        Assert.Equal(CreateCase, done.Path);
        Assert.Equal(new DateOnly(2026, 4, 7), await DueAsync(person));
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'rules.parameterWithdrawn'")
        );
    }

    [Theory]
    [InlineData("deadline.create_case", "2,5")]
    [InlineData("deadline.create_case", "-1")]
    [InlineData("deadline.create_case", "divas")]
    [InlineData("community_work.child.limits_all_year", "2")]
    [InlineData("community_work.daily_hours", "1,001")]
    [InlineData("community_work.replacement.rounding", "sideways")]
    [InlineData("figures.sexual_offence_articles", "159;160")]
    public async Task Value_ThatTheLawCannotUse_IsRefused(string code, string value)
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var answer = await SetAsync(admin, value, "01.01.2026", "save", code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Šāda vērtība šim parametram neder", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Set<ParameterOverride>().CountAsync()));
    }

    [Fact]
    public async Task CaseManager_SeesButDoesNotSet()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await browser.GetAsync(CreateCase);

        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await browser.PostAsync(
            CreateCase,
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Form.Value"] = "5",
                ["Form.From"] = "01.01.2026",
                ["Form.Act"] = "A",
                ["Form.Article"] = "1",
                ["Form.Reason"] = "x",
                ["step"] = "save",
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, forced.Status);
        Assert.Equal(0, await app.ReadAsync(db => db.Set<ParameterOverride>().CountAsync()));
    }

    private static async Task<ReadPage> SetAsync(
        PageBrowser admin,
        string value,
        string from,
        string step,
        string code = "deadline.create_case"
    )
    {
        var page = await admin.GetAsync("/rules/parameters/" + code);
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await admin.PostAsync(
            page.Path,
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Form.Value"] = value,
                ["Form.From"] = from,
                ["Form.Act"] = "MK Nr. 1",
                ["Form.Article"] = "5. punkts",
                ["Form.Confirmed"] = "true",
                ["Form.Reason"] = "grozījumi",
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
