using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Cases;

public sealed class TermPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    private static readonly MeasureTerms Supervision = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Term_ExtendedAndCustodyCountedIn_MovesTheEndAndSaysHow()
    {
        var (browser, section) = await SectionAsync(Suspended);
        var before = await browser.GetAsync($"/sections/{section.Id}");
        Assert.Contains("12 mēnešu no 01.04.2026", before.Words, StringComparison.Ordinal);
        Assert.Contains("pēdējā diena 01.04.2027", before.Words, StringComparison.Ordinal);

        await ChangeAsync(browser, section, "extended", "Input.Months", "6");
        await ChangeAsync(browser, section, "custodyCounted", "Input.Days", "10");
        var page = await browser.GetAsync($"/sections/{section.Id}/term");

        Assert.Contains("Termiņa pēdējā diena: 21.09.2027", page.Words, StringComparison.Ordinal);
        Assert.Contains("ieskaitītas 10 apcietinājumā pavadītās dienas", page.Words, StringComparison.Ordinal);
        Assert.Contains("Aprēķina noteikums nav apstiprināts", page.Words, StringComparison.Ordinal);
        Assert.Equal("2027-09-21", await EndAsync(section));
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "cases.termChanged"));
        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "cases.view"));

        var withdraw = await (await page.ClickAsync("Atsaukt kļūdaini ierakstīto")).SubmitAsync();
        Assert.Single(withdraw.Errors);
        var done = await withdraw.SubmitAsync(new() { ["Reason"] = "Cita klienta lēmums" });
        Assert.Contains("Atsaukts 15.04.2026", done.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.termChangeWithdrawn"));
    }

    [Theory]
    [InlineData("extended", "Input.Months", "13", "ne vairāk kā par 12 mēnešiem")]
    [InlineData("extended", "Input.Months", "", "Ierakstiet mēnešu skaitu")]
    [InlineData("custodyCounted", "Input.Days", "5000", "no termiņa nekas nepaliek")]
    [InlineData("endedEarly", "Input.LastDay", "01.03.2026", "Agrākā iespējamā")]
    [InlineData("endedEarly", "Input.LastDay", "", "Ierakstiet termiņa pēdējo dienu")]
    [InlineData("nothing", "Input.Months", "3", "Izvēlieties, kas termiņu mainīja")]
    public async Task Change_ThatCannotBe_IsRefusedAndTheDocumentStays(
        string kind,
        string field,
        string value,
        string refusal
    )
    {
        var (browser, section) = await SectionAsync(Suspended);

        var page = await ChangeAsync(browser, section, kind, field, value);

        Assert.Contains(refusal, string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.Contains("Rīgas tiesa, Nr. 7", page.Text, StringComparison.Ordinal);
        Assert.Equal("2027-04-01", await EndAsync(section));
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.termChanged"));
    }

    [Fact]
    public async Task MergedSentences_AndASuspension_AreCountedTogether()
    {
        var (browser, section) = await SectionAsync(Suspended);
        await ChangeAsync(browser, section, "replaced", "Input.Months", "24");
        Assert.Equal("2028-04-01", await EndAsync(section));
        await app.SaveAsync(Running(section));
        await app.ReadListAsync($"UPDATE cases.section SET state = 'suspended' WHERE id = '{section.Id}' RETURNING id");

        var still = await browser.GetAsync($"/sections/{section.Id}/term");
        Assert.Contains("Termiņš ir apturēts", still.Words, StringComparison.Ordinal);
        await (await browser.GetAsync($"/sections/{section.Id}/resume")).SubmitAsync(
            new() { ["Input.Day"] = "14.04.2026" }
        );

        Assert.Equal("2028-04-06", await EndAsync(section));
        Assert.Contains(
            "apturēts no 09.04.2026 līdz 13.04.2026 – 5 dienas",
            (await browser.GetAsync($"/sections/{section.Id}/term")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task UnservedRest_OfProbationSupervision_IsShownStepByStep()
    {
        var (browser, section) = await SectionAsync(Supervision);

        var page = await browser.GetAsync($"/sections/{section.Id}/term?From=2027-03-03");

        Assert.Contains(
            "No 03.03.2027 līdz 01.04.2027 (abas ieskaitot): 30 dienu",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("KL 45.¹ pants): 30 dienu brīvības atņemšanas", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Term_OfAnotherOffice_DoesNotExist_AndIsNotChangedByReaders()
    {
        var (_, section) = await SectionAsync(Suspended);
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var reader = await app.LoggedInAsAsync("qualityReviewer");

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/sections/{section.Id}/term")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/sections/{section.Id}/term/change")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/sections/{section.Id}/term/change")).Status);
    }

    [Fact]
    public async Task ParameterPage_OfTheEndDay_ShowsTheWorkedExamples()
    {
        var browser = await app.LoggedInAsAsync("methodologist");

        var page = await browser.GetAsync("/rules/parameters/counting.term_end_day_included");

        Assert.Equal(11, page.Html.QuerySelectorAll("main .govuk-tag").Count(t => t.TextContent.Trim() == "Sakrīt"));
        Assert.DoesNotContain("Atšķiras", page.Words, StringComparison.Ordinal);
    }

    private static Suspension Running(Section section) => new(section.Id, new DateOnly(2026, 4, 9), "illness");

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync(MeasureTerms terms)
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        return (browser, await app.SectionAsync(terms, browser.StaffId));
    }

    private static async Task<ReadPage> ChangeAsync(
        PageBrowser browser,
        Section section,
        string kind,
        string field,
        string value
    ) =>
        await (await browser.GetAsync($"/sections/{section.Id}/term/change")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = kind,
                [field] = value,
                ["Input.DecidedOn"] = "14.04.2026",
                ["Input.Document"] = "Rīgas tiesa, Nr. 7",
            }
        );

    private Task<string> EndAsync(Section section) =>
        app.ScalarAsync<string>($"SELECT term_ends_on::text FROM cases.section WHERE id = '{section.Id}'");
}
