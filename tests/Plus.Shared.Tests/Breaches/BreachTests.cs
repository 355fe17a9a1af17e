using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Breaches;

public sealed class BreachTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 42 };
    private static readonly MeasureTerms Child = new("educationalCommunityWork") { Hours = 20 };

    [Fact]
    public async Task Violation_FromAbsenceToTheCourtsReplacement_LeavesEachStepInTheHistory()
    {
        var (browser, section) = await RegisteredAsync(Forty);

        // First: not come, no explanation asked for, unjustified, warned; the warning is served with its document.
        var first = await RecordAsync(browser, section, ask: false);
        Assert.Equal(1L, await TasksAsync(section, "breach_judgement"));
        await JudgeAsync(browser, first, "no");
        Assert.Equal(1L, await TasksAsync(section, "breach_response"));
        var respond = await browser.GetAsync(first + "/response");
        var early = await respond.SubmitAsync(
            new()
            {
                ["Input.Response"] = "court_submission",
                ["Input.Addressee"] = "Rīgas pilsētas tiesa",
                ["Input.Note"] = "Nepilda",
            }
        );
        Assert.Contains("brīdinājum", Assert.Single(early.Errors), StringComparison.Ordinal);
        await early.SubmitAsync(new() { ["Input.Response"] = "warning" });
        Assert.Equal(1L, await TasksAsync(section, "warning_serving"));
        var warning = await DocumentAsync(section, "warning");
        var serve = await (await browser.GetAsync(first)).ClickAsync("Pierakstīt brīdinājuma paziņošanu");
        var bare = await serve.SubmitAsync(new() { ["Input.How"] = "inPerson" });
        Assert.Contains("Izvēlieties brīdinājuma dokumentu", Assert.Single(bare.Errors), StringComparison.Ordinal);
        var served = await bare.SubmitAsync(
            new() { ["Input.How"] = "inPerson", ["Input.Document"] = warning.ToString() }
        );
        Assert.Contains("paziņots 15.04.2026, personīgi pret parakstu", served.Words, StringComparison.Ordinal);
        Assert.Contains("līdz 15.04.2027", served.Words, StringComparison.Ordinal);
        Assert.Equal(0L, await TasksAsync(section, "warning_serving"));

        // Second: the ladder now lets it go to the court, with the reckoning shown.
        var second = await RecordAsync(browser, section, ask: false);
        await JudgeAsync(browser, second, "no");
        var ladder = await browser.GetAsync(second + "/response");
        Assert.Contains("42:00 : 4:00 = 10,5 dienas", ladder.Words, StringComparison.Ordinal);
        Assert.Contains("kārtība nav apstiprināta): 10 dienu", ladder.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Rīgas pilsētas tiesa",
            ladder.Html.QuerySelector("[name='Input.Addressee']")!.GetAttribute("value")
        );
        await ladder.SubmitAsync(new() { ["Input.Response"] = "court_submission", ["Input.Note"] = "Neierodas" });
        var decide = await (await browser.GetAsync(second)).ClickAsync("Pierakstīt lēmumu par iesniegumu");
        var decided = await decide.SubmitAsync(
            new()
            {
                ["Input.Decision"] = "replaced",
                ["Input.DecidedOn"] = "15.04.2026",
                ["Input.Days"] = "10",
            }
        );

        Assert.Contains("aizstāts", decided.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sekcija jāslēdz ar rezultātu", decided.Words, StringComparison.Ordinal);
        Assert.Equal(
            "2520 10 replaced 10",
            await app.ScalarAsync<string>(
                $"SELECT concat_ws(' ', unserved, reckoned_days, decision, decided_days) FROM breaches.step WHERE section_id = '{section.Id}' AND response = 'court_submission'"
            )
        );
        foreach (
            var (type, times) in new[]
            {
                ("breaches.recorded", 2),
                ("breaches.judged", 2),
                ("breaches.answered", 2),
                ("breaches.served", 1),
                ("breaches.decided", 1),
            }
        )
        {
            Assert.Equal(times, await app.ProcessesAsync(section.Id, type));
        }

        var list = await browser.GetAsync($"/sections/{section.Id}/breaches");
        Assert.Contains("nav attaisnojoši: 2", list.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "breaches.view") > 0);
    }

    [Fact]
    public async Task Reason_CannotBeHeldAgainstTheClient_WhileExplanationOrEvidenceIsAwaited()
    {
        var (browser, section) = await RegisteredAsync(Forty);
        var href = await RecordAsync(browser, section, ask: true);
        Assert.Equal(1L, await TasksAsync(section, "breach_explanation"));

        var soon = await (await browser.GetAsync(href + "/judgement")).SubmitAsync(
            new() { ["Input.Justified"] = "no", ["Input.Judgement"] = "Neieradās" }
        );
        Assert.Contains("var paskaidrot līdz 22.04.2026", Assert.Single(soon.Errors), StringComparison.Ordinal);
        Assert.Contains("Neieradās", soon.Text, StringComparison.Ordinal);

        var explain = await browser.GetAsync(href + "/explanation");
        var past = await explain.SubmitAsync(
            new() { ["Input.Explanation"] = "Biju slims", ["Input.EvidenceDueOn"] = "10.04.2026" }
        );
        Assert.Contains("nevar būt pagātnē", Assert.Single(past.Errors), StringComparison.Ordinal);
        var waits = await past.SubmitAsync(new() { ["Input.EvidenceDueOn"] = "24.04.2026" });
        Assert.Contains("Gaida pierādījumus", waits.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await TasksAsync(section, "breach_evidence"));

        await JudgeAsync(browser, href, "yes");
        Assert.Equal(0L, await TasksAsync(section, "breach_evidence"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(href + "/response")).Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "breaches.explained"));
    }

    [Fact]
    public async Task ChildsViolation_GoesToTheCourtThatImposed_AndHasNoReckoningOfDays()
    {
        var (browser, section) = await RegisteredAsync(Child, new DateOnly(2011, 6, 1));
        var href = await RecordAsync(browser, section, ask: false);

        var ladder = await browser.GetAsync(href + "/response");

        Assert.Contains("ziņojums tiesai, kas piemērojusi līdzekli", ladder.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("brīvības atņemšanas", ladder.Words, StringComparison.Ordinal);
        var withdrawn = await (await browser.GetAsync(href + "/withdraw")).SubmitAsync(
            new() { ["Input.Reason"] = "Cita persona" }
        );
        Assert.Contains("Atsaukts", withdrawn.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(href + "/judgement")).Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "breaches.withdrawn"));
    }

    [Fact]
    public async Task Violation_OfAnotherOffice_IsNoSuchRecord_AndWhoOnlyReadsMayNotWrite()
    {
        var (browser, section) = await RegisteredAsync(Forty);
        var href = await RecordAsync(browser, section, ask: false);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));
        var reader = await app.AsAsync("registryClerk");

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(href + "/judgement")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(href + "/judgement")).Status);
        Assert.DoesNotContain("Izvērtēt iemeslu", (await reader.GetAsync(href)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WithNothingSaid_OrOfADayToCome_IsRefusedAndKeepsWhatWasTyped()
    {
        var (browser, section) = await RegisteredAsync(Forty);
        var form = await browser.GetAsync($"/sections/{section.Id}/breaches/new");

        Assert.Equal(3, (await form.SubmitAsync(new() { ["Input.OccurredOn"] = "14.04.2026" })).Errors.Count);
        var future = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "work",
                ["Input.Attended"] = "no",
                ["Input.Description"] = "Neieradās darbā",
                ["Input.OccurredOn"] = "20.04.2026",
            }
        );
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        Assert.Contains("Neieradās darbā", future.Text, StringComparison.Ordinal);
    }

    private async Task<(PageBrowser, Section)> RegisteredAsync(MeasureTerms terms, DateOnly? born = null)
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(terms, birthDate: born);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );
        return (browser, section);
    }

    private static async Task<string> RecordAsync(PageBrowser browser, Section section, bool ask)
    {
        var form = await browser.GetAsync($"/sections/{section.Id}/breaches/new");
        var done = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "work",
                ["Input.Attended"] = "no",
                ["Input.OccurredOn"] = "15.04.2026",
                ["Input.Description"] = "Neieradās darba vietā",
                ["Input.AskExplanation"] = ask ? "true" : "false",
            }
        );
        Assert.StartsWith("/breaches/", done.Path, StringComparison.Ordinal);
        return done.Path;
    }

    private static async Task JudgeAsync(PageBrowser browser, string href, string justified)
    {
        var form = await browser.GetAsync(href + "/judgement");
        var done = await form.SubmitAsync(
            new() { ["Input.Justified"] = justified, ["Input.Judgement"] = "Izziņa pārbaudīta" },
            form: "form:has([name='Input.Justified'])"
        );
        if (done.Status == HttpStatusCode.Conflict)
        {
            // What was typed before the explanation came was typed against an older record.
            done = await done.SubmitAsync(form: "form:has([name='Input.Justified'])");
        }

        Assert.Equal(href, done.Path);
    }

    private async Task<Guid> DocumentAsync(Section section, string kind)
    {
        var document = new Document(Guid.CreateVersion7(), section.ClientId, section.Id, "plus");
        document.Begin(kind, "Brīdinājums", "lv", null, null, app.Now, new DateOnly(2026, 4, 15));
        await app.SaveAsync(document);
        return document.Id;
    }

    private Task<long> TasksAsync(Section section, string kind) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = '{kind}'"
        );
}
