using System.Net;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Opportunities;

public sealed class OpportunityPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "main form[novalidate]";

    private static readonly DateOnly Long = new(2025, 6, 2);

    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    [Fact]
    public async Task Card_ThatHolds_LeadsOn_CanBePutOffAndComesBack()
    {
        var (browser, section) = await SectionAsync(Long);
        var page = await browser.GetAsync($"/sections/{section.Id}/opportunities");
        Assert.Contains("Izbeigt pirms termiņa Izpildīts", page.Words, StringComparison.Ordinal);
        Assert.Contains("nav apstiprināts", page.Words, StringComparison.Ordinal);
        Assert.Contains("Sagatavot iesniegumu tiesai", page.Words, StringComparison.Ordinal);

        var form = await page.ClickAsync("Atlikt");
        var far = await form.SubmitAsync(
            new() { ["Input.Until"] = "01.01.2027", ["Input.Reason"] = "Vēl jāpabeidz programma" },
            form: Form
        );
        Assert.Contains("no 16.04.2026 līdz 15.10.2026", Assert.Single(far.Errors), StringComparison.Ordinal);
        var off = await far.SubmitAsync(
            new() { ["Input.Until"] = "01.06.2026", ["Input.Reason"] = "Vēl jāpabeidz programma" },
            form: Form
        );
        Assert.Contains("Atlikts līdz 01.06.2026: Vēl jāpabeidz programma", off.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "opportunities.putOff"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/sections/{section.Id}/opportunities/put-off?what=early_ending")).Status
        );
        await app.ScalarAsync<int>(
            $"UPDATE opportunities.put_off SET put_off_on = '2026-03-01', until = '2026-04-14' WHERE section_id = '{section.Id}' RETURNING 1"
        );
        Assert.Contains(
            "Sagatavot iesniegumu tiesai",
            (await browser.GetAsync($"/sections/{section.Id}/opportunities")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Card_ThatDoesNotHold_SaysWhyAndWhen()
    {
        var (browser, section) = await SectionAsync(Long);
        var breach = new Breach(section.Id, "meeting", new DateOnly(2026, 4, 2), false, new DateOnly(2026, 4, 2), null);
        var obligation = new Obligation(section.ClientId, section.Id, "curfew", "service");
        obligation.Decide("Būt mājās", new DateOnly(2026, 1, 10), null, new DateOnly(2026, 1, 10), null);
        obligation.Between(new TimeOnly(22, 0), new TimeOnly(6, 0));
        await app.SaveAsync(breach, obligation);

        var page = await browser.GetAsync($"/sections/{section.Id}/opportunities");
        Assert.Contains("būs 02.10.2026", page.Words, StringComparison.Ordinal);
        Assert.Contains("Neatrisinātu pārkāpumu: 1", page.Words, StringComparison.Ordinal);
        Assert.Contains("Atvieglot pienākumu", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sagatavot iesniegumu tiesai", page.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "opportunities.view") > 0);
    }

    [Fact]
    public async Task Caseload_ListsWhatHolds_OwnFirst_AndTheWeekAndTheBoardLeadThere()
    {
        var (browser, section) = await SectionAsync(Long);
        var name = await app.ScalarAsync<string>(
            $"SELECT surname || ' ' || given_name FROM clients.client WHERE id = '{section.ClientId}'"
        );
        var list = await browser.GetAsync("/opportunities");
        Assert.Contains(name, list.Words, StringComparison.Ordinal);
        Assert.Contains("Izbeigt pirms termiņa", list.Words, StringComparison.Ordinal);
        Assert.Contains(name, (await browser.GetAsync("/week")).Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "home.week") > 0);

        var colleague = await app.LoggedInAsAsync("caseManager");
        Assert.DoesNotContain(name, (await colleague.GetAsync("/opportunities")).Words, StringComparison.Ordinal);
        Assert.Contains(name, (await colleague.GetAsync("/opportunities?of=all")).Words, StringComparison.Ordinal);
        var head = await app.LoggedInAsAsync("officeHead");
        Assert.Contains("/opportunities?of=all", (await head.GetAsync("/board")).Text, StringComparison.Ordinal);
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        Assert.DoesNotContain(name, (await far.GetAsync("/opportunities?of=all")).Words, StringComparison.Ordinal);
        var clerk = await app.LoggedInAsAsync("registryClerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/opportunities")).Status);

        await (await browser.GetAsync($"/sections/{section.Id}/opportunities/put-off?what=early_ending")).SubmitAsync(
            new() { ["Input.Until"] = "01.06.2026", ["Input.Reason"] = "Vēl jāpabeidz programma" },
            form: Form
        );
        Assert.DoesNotContain(name, (await browser.GetAsync("/opportunities")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opportunities_OutOfReachOrOfWork_DoNotExist()
    {
        var (_, section) = await SectionAsync(Long);
        var path = $"/sections/{section.Id}/opportunities";
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).Status);
        var accountant = await app.LoggedInAsAsync("accountant");
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(path)).Status);
        var methodologist = await app.LoggedInAsAsync("methodologist");
        Assert.Equal(HttpStatusCode.OK, (await methodologist.GetAsync(path)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await methodologist.GetAsync(path + "/put-off?what=early_ending")).Status
        );
    }

    [Fact]
    public async Task Closing_ShowsItsEffect_OffersOnlyFittingOutcomes_AndAsksForTheDocument()
    {
        var (browser, section) = await SectionAsync(Long);
        var other = await app.SectionAsync(
            new("communityWork") { Hours = 100 },
            manager: browser.StaffId,
            client: section.ClientId
        );
        var obligation = new Obligation(section.ClientId, section.Id, "substance_ban", "service");
        obligation.Decide("Nelietot alkoholu", new DateOnly(2026, 1, 10), null, new DateOnly(2026, 1, 10), null);
        await app.SaveAsync(obligation);
        await app.ScalarAsync<int>($"UPDATE cases.section SET state = 'active' WHERE id = '{section.Id}' RETURNING 1");

        var form = await browser.GetAsync($"/sections/{section.Id}/close");
        Assert.DoesNotContain("parole_revoked", form.Text, StringComparison.Ordinal);
        var bare = await form.SubmitAsync(new() { ["Input.Outcome"] = "sentence_executed" }, form: Form);
        Assert.Single(bare.Errors);
        var wrong = await bare.SubmitAsync(new() { ["Input.Outcome"] = "parole_revoked" }, form: Form);
        Assert.Contains("tā nevar beigties", string.Join(' ', wrong.Errors), StringComparison.Ordinal);
        var check = await wrong.SubmitAsync(new() { ["Input.Outcome"] = "completed_successfully" }, form: Form);

        Assert.Contains("Sagatavot noslēguma ziņojumu", check.Words, StringComparison.Ordinal);
        Assert.Contains("Pārējās sekcijas turpinās: Sabiedriskais darbs", check.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Nelietot",
            (await browser.GetAsync($"/obligations/{obligation.Id}")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Kas jāpaziņo klientam", check.Words, StringComparison.Ordinal);
        var report = await check.ClickAsync("Sagatavot noslēguma ziņojumu");
        Assert.Contains("noslēguma ziņojums", report.Words, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(default, other.Id);

        // Once it is closed, the client is told by a letter.
        var letterHref = $"/sections/{section.Id}/closing-letter";
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(letterHref)).Status);
        await check.SubmitAsync(button: "Slēgt sekciju");
        var closed = await browser.GetAsync($"/sections/{section.Id}");
        var letter = await closed.ClickAsync("Sagatavot paziņojumu klientam");
        Assert.Contains("Paziņojums klientam par izpildes pabeigšanu", letter.Words, StringComparison.Ordinal);
        // What the client is told is proposed in words, to be changed and not typed.
        var told = letter.Html.QuerySelector("textarea[name='ask.meaning']")!.TextContent;
        foreach (
            var words in new[]
            {
                "Termiņš ir beidzies",
                "vairs nav jāpilda šādi pienākumi: nelietot",
                "Dienestā turpinās: sabiedriskais darbs",
                "Kur jautāt: ",
            }
        )
        {
            Assert.Contains(words, told, StringComparison.Ordinal);
        }

        var changed = await letter.SubmitAsync(
            new() { ["ask.meaning"] = told + ". Paldies par sadarbību" },
            button: "Apskatīt pirms izveides"
        );
        Assert.Contains("Paldies par sadarbību.", changed.Words, StringComparison.Ordinal);
        Assert.Contains("Dienestā turpinās: sabiedriskais darbs", changed.Words, StringComparison.Ordinal);
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(letterHref)).Status);
    }

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync(DateOnly inForce)
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        return (browser, await app.SectionAsync(Suspended, manager: browser.StaffId, inForceOn: inForce));
    }
}
