using System.Net;
using Plus.Shared.Tests.Clients;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Journal;

public sealed class NotesAndTimelineTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Note_Written_StandsOnTheTimelineAndInTheAudit()
    {
        var (person, browser) = await PersonAndManagerAsync("Piezīmnieks");

        var page = await WriteAsync(browser, person.Href, "Zvanīja māte, solīja ierasties piektdien.");

        Assert.Equal($"{person.Href}/timeline", page.Path);
        Assert.Contains("Zvanīja māte", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'journal.noteWritten' AND client_id = '{person.Client.Id}' AND actor_id = '{browser.StaffId}'"
            )
        );
    }

    [Fact]
    public async Task Note_WithoutText_SaysWhatToDoAndKeepsTheDraft()
    {
        var (person, browser) = await PersonAndManagerAsync("Melnrakstnieks");
        var form = await browser.GetAsync($"{person.Href}/notes/new");

        var page = await form.SubmitAsync(new() { ["Text"] = "", ["OnDay"] = "vakar" });

        Assert.Equal(["Teksts: Ierakstiet piezīmes tekstu"], page.Errors);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM drafts.draft WHERE staff_id = '{browser.StaffId}'")
        );
        var again = await browser.GetAsync($"{person.Href}/notes/new");
        Assert.Equal("vakar", again.Html.QuerySelector("[name=OnDay]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Note_OfTomorrow_IsRefused()
    {
        var (person, browser) = await PersonAndManagerAsync("Rītdienis");

        var page = await WriteAsync(browser, person.Href, "Vēl nav noticis", "rīt");

        Assert.Contains("Piezīme stāsta par notikušo", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_IsANewNoteThatNamesTheOld()
    {
        var (person, browser) = await PersonAndManagerAsync("Labotājs");
        var page = await WriteAsync(browser, person.Href, "Kļūdains teksts");
        page = await browser.GetAsync(page.Html.QuerySelector("a[href$='/correct']")!.GetAttribute("href")!);

        page = await page.SubmitAsync(new() { ["Text"] = "Pareizs teksts" });

        Assert.Contains("Pareizs teksts", page.Words, StringComparison.Ordinal);
        Assert.Contains("Kļūdains teksts", page.Words, StringComparison.Ordinal);
        Assert.Contains("Labots", page.Words, StringComparison.Ordinal);
        Assert.Single(page.Html.QuerySelectorAll("a[href$='/correct']"));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM journal.entry WHERE client_id = '{person.Client.Id}' AND corrects IS NOT NULL"
            )
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'journal.noteCorrected'")
        );
    }

    [Fact]
    public async Task Timeline_Search_MarksWordsWithoutDiacriticsAndKeepsThemOutOfTheAddress()
    {
        var (person, browser) = await PersonAndManagerAsync("Meklētājs");
        await WriteAsync(browser, person.Href, "Saņemta ziņa no Bāriņtiesas.");
        var page = await WriteAsync(browser, person.Href, "Cita piezīme.");

        page = await page.SubmitAsync(new() { ["q"] = "barintiesas" }, form: "main form[role=search]");

        Assert.Equal("Bāriņtiesas", page.Html.QuerySelector("main mark")!.TextContent);
        Assert.DoesNotContain("Cita piezīme", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("barintiesas", page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeline_FilteredByKind_ShowsOnlyThatKind_AndPrintIsADisclosure()
    {
        var (person, browser) = await PersonAndManagerAsync("Drukātājs");
        var text = string.Join(' ', Enumerable.Repeat("Garš teksts ar mīkstinājumiem un garumzīmēm.", 45));
        await WriteAsync(browser, person.Href, text);
        await (await browser.GetAsync(person.Href)).SubmitAsync(form: "form[action$='/case/form']");

        var page = await browser.GetAsync($"{person.Href}/timeline?kind=journal");
        var print = await browser.GetAsync($"{person.Href}/timeline?kind=journal&print=true");

        Assert.Single(page.Html.QuerySelectorAll(".moj-timeline__item"));
        Assert.Single(page.Html.QuerySelectorAll("main details.moj-timeline__description"));
        Assert.Empty(print.Html.QuerySelectorAll("main details.moj-timeline__description"));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE actor_id = '{browser.StaffId}' AND kind = 'disclose'"
            )
        );
    }

    [Fact]
    public async Task Timeline_OfManyEntries_HasPages()
    {
        var (person, browser) = await PersonAndManagerAsync("Garais");
        await app.ScalarAsync<long>(
            $"""
            WITH w AS (
                INSERT INTO audit.process (id, at, on_day, type, source, client_id, on_timeline)
                SELECT gen_random_uuid(), now(), date '2026-01-01' + g, 'clients.caseFormed', 'test', '{person.Client.Id}', true
                FROM generate_series(1, 30) g RETURNING 1)
            SELECT count(*) FROM w
            """
        );

        var first = await browser.GetAsync($"{person.Href}/timeline");
        var second = await first.ClickAsync("Senāki");

        Assert.Empty(first.Errors);
        Assert.Equal(25, first.Html.QuerySelectorAll(".moj-timeline__item").Length);
        Assert.Equal(5, second.Html.QuerySelectorAll(".moj-timeline__item").Length);
    }

    [Fact]
    public async Task Note_ByRoleThatMayNotWrite_IsRefused()
    {
        var (person, _) = await PersonAndManagerAsync("Lasāmais");
        var browser = await app.LoggedInAsAsync("qualityReviewer");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{person.Href}/notes/new")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{person.Href}/timeline")).Status);
    }

    private async Task<(People.Person Person, PageBrowser Browser)> PersonAndManagerAsync(string surname) =>
        (await app.PersonAsync("Andris", surname), await app.LoggedInAsAsync("caseManager"));

    private static async Task<ReadPage> WriteAsync(
        PageBrowser browser,
        string href,
        string text,
        string day = "šodien"
    ) => await (await browser.GetAsync($"{href}/notes/new")).SubmitAsync(new() { ["OnDay"] = day, ["Text"] = text });
}
