using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Applications;

public sealed class ApplicationTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "main form[novalidate]";

    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    [Fact]
    public async Task LongAbsence_IsDecidedMadeAsADocumentServedAndFollowedToTheReturn()
    {
        var (browser, section) = await SectionAsync();
        var asked = await AskAsync(browser, section, "leave_residence", "01.05.2026", "31.05.2026");
        Assert.Contains("Jāizlemj", asked.Words, StringComparison.Ordinal);
        Assert.Contains("prombūtne ir 31 diena", asked.Words, StringComparison.Ordinal);
        Assert.Contains("LSIK 155. pants", asked.Words, StringComparison.Ordinal);
        Assert.Equal("application_decision 2026-05-01", await TaskAsync(section, "application_decision"));

        var decide = await browser.GetAsync(asked.Path + "/decide");
        var none = await decide.SubmitAsync(new(), form: Form);
        Assert.Contains("Izvēlieties, ko nolemj", Assert.Single(none.Errors), StringComparison.Ordinal);
        var bare = await none.SubmitAsync(new() { ["Input.Outcome"] = "refused" }, form: Form);
        Assert.Single(bare.Errors);
        var granted = await bare.SubmitAsync(
            new()
            {
                ["Input.Outcome"] = "granted",
                ["Input.From"] = "01.05.2026",
                ["Input.To"] = "20.05.2026",
                ["Input.Conditions"] = "reizi nedēļā zvanīt",
                ["Input.DecisionNumber"] = "A-1/26",
                ["Input.DecidedOn"] = "13.04.2026",
            },
            form: Form
        );
        Assert.Contains("No 01.05.2026 līdz 20.05.2026 (20 dienu)", granted.Words, StringComparison.Ordinal);
        var served = await (await browser.GetAsync(asked.Path + "/serve")).SubmitAsync(
            new() { ["Input.How"] = "inPerson", ["Input.ServedOn"] = "14.04.2026" },
            form: Form
        );
        Assert.Contains("lēmumu var apstrīdēt 1 mēneša laikā", served.Words, StringComparison.Ordinal);

        var document = await served.ClickAsync("Sagatavot lēmuma dokumentu");
        Assert.Contains("Lēmums par klienta iesniegumu", document.Words, StringComparison.Ordinal);
        foreach (var type in new[] { "applications.received", "applications.decided", "applications.served" })
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, type));
        }

        Assert.True(await app.ViewsAsync(section.ClientId, "applications.view") > 0);
        var line = await browser.GetAsync($"/clients/{section.ClientId}/timeline");
        Assert.Contains("Lemts par iesniegumu: Dzīvesvietas atstāšana – Atļauts", line.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShortAbsence_IsNoted_AndTheReturnIsSeen()
    {
        var (browser, section) = await SectionAsync();
        var asked = await AskAsync(browser, section, "foreign_travel", "08.04.2026", "11.04.2026");
        var note = await browser.GetAsync(asked.Path + "/decide");
        Assert.Contains("Atļauja nav vajadzīga", note.Words, StringComparison.Ordinal);
        var noted = await note.SubmitAsync(new() { ["Input.Outcome"] = "noted" }, form: Form);
        Assert.Contains("Nav atgriezies", noted.Words, StringComparison.Ordinal);
        Assert.Contains("Ierakstīt pārkāpumu", noted.Words, StringComparison.Ordinal);
        Assert.Equal("application_return 2026-04-12", await TaskAsync(section, "application_return"));

        var happened = await browser.GetAsync(asked.Path + "/happened");
        var future = await happened.SubmitAsync(new() { ["Input.HappenedOn"] = "20.04.2026" }, form: Form);
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        var back = await future.SubmitAsync(
            new() { ["Input.HappenedOn"] = "14.04.2026", ["Input.Note"] = "Zvans" },
            form: Form
        );
        Assert.Contains("Klients atgriezās vēlāk", back.Words, StringComparison.Ordinal);
        Assert.Empty(await TaskAsync(section, "application_return"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(asked.Path + "/serve")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(asked.Path + "/contest")).Status);
    }

    [Fact]
    public async Task Move_ChangesTheAddressAndProposesTheOfficeThatIsCompetent()
    {
        var (browser, section) = await SectionAsync();
        var territory = await app.ScalarAsync<string>(
            $"SELECT t.territory_code FROM organisation.office_territory t WHERE t.office_id <> '{section.OfficeId}' AND t.valid_to IS NULL ORDER BY 1 LIMIT 1"
        );
        var form = await browser.GetAsync($"/sections/{section.Id}/applications/new");
        var incomplete = await form.SubmitAsync(new() { ["Input.Kind"] = "residence_change" }, form: Form);
        Assert.Equal(3, incomplete.Errors.Count);
        var told = await incomplete.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "residence_change",
                ["Input.From"] = "13.04.2026",
                ["Input.Place"] = "Jaunā iela 1",
                ["Input.Address"] = "declared",
                ["Input.Territory"] = territory,
            },
            form: Form
        );
        var noted = await (await browser.GetAsync(told.Path + "/decide")).SubmitAsync(
            new() { ["Input.Outcome"] = "noted" },
            form: Form
        );

        Assert.Contains("Lietu var nodot", noted.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/transfers", noted.Text, StringComparison.Ordinal);
        Assert.Equal(
            $"Jaunā iela 1 {territory} 2026-04-13",
            await app.ScalarAsync<string>(
                $"SELECT text || ' ' || territory_code || ' ' || as_of FROM clients.client_address WHERE client_id = '{section.ClientId}' AND kind = 'declared' AND valid_to IS NULL"
            )
        );
        Assert.Equal("transfer_proposal 2026-04-20", await TaskAsync(section, "transfer_proposal"));
        await HeadKeepsOrMovesAsync(section, told.Path);
    }

    private async Task HeadKeepsOrMovesAsync(Section section, string path)
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var proposal = await head.GetAsync(path);
        var transfer = await proposal.ClickAsync("Nodot lietu");
        Assert.Contains("residence", transfer.Text, StringComparison.Ordinal);
        var stay = await head.GetAsync(path + "/stay");
        Assert.Single((await stay.SubmitAsync(new(), form: Form)).Errors);
        var stays = await stay.SubmitAsync(new() { ["Input.Reason"] = "Cita sekcija šeit" }, form: Form);
        Assert.Contains("Cita sekcija šeit", stays.Words, StringComparison.Ordinal);
        Assert.Empty(await TaskAsync(section, "transfer_proposal"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "applications.stays"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(path + "/stay")).Status);
    }

    [Fact]
    public async Task ChangeOfWork_IsWrittenIntoTheRecordOnceItTookPlace()
    {
        var (browser, section) = await SectionAsync();
        var told = await FilledAsync(
            browser,
            section,
            new()
            {
                ["Input.Kind"] = "work_change",
                ["Input.From"] = "20.04.2026",
                ["Input.Place"] = "SIA Darbs",
                ["Input.Employment"] = "employed",
            }
        );
        var noted = await (await browser.GetAsync(told.Path + "/decide")).SubmitAsync(
            new() { ["Input.Outcome"] = "noted" },
            form: Form
        );
        Assert.Contains("Gaidāms", noted.Words, StringComparison.Ordinal);
        Assert.NotEqual("employed", await EmploymentAsync(section));

        var done = await (await browser.GetAsync(told.Path + "/happened")).SubmitAsync(
            new() { ["Input.HappenedOn"] = "15.04.2026" },
            form: Form
        );
        Assert.Contains("Notikusi", done.Words, StringComparison.Ordinal);
        Assert.Equal("employed", await EmploymentAsync(section));
    }

    [Fact]
    public async Task Refusal_ContestedAndCancelled_IsDecidedAnew()
    {
        var (browser, section) = await SectionAsync();
        var asked = await AskAsync(browser, section, "leave_residence", "01.05.2026", "31.05.2026");
        await (await browser.GetAsync(asked.Path + "/decide")).SubmitAsync(
            new()
            {
                ["Input.Outcome"] = "refused",
                ["Input.Grounds"] = "Nav pamata",
                ["Input.DecidedOn"] = "10.04.2026",
            },
            form: Form
        );
        var contest = await browser.GetAsync(asked.Path + "/contest");
        var early = await contest.SubmitAsync(new() { ["Input.Day"] = "09.04.2026" }, form: Form);
        Assert.Contains("10.04.2026", Assert.Single(early.Errors), StringComparison.Ordinal);
        await early.SubmitAsync(new() { ["Input.Day"] = "13.04.2026" }, form: Form);
        var decided = await (await browser.GetAsync(asked.Path + "/contest")).SubmitAsync(
            new() { ["Input.Day"] = "14.04.2026", ["Input.Outcome"] = "cancelled" },
            form: Form
        );

        Assert.Contains("lēmums atcelts", decided.Words, StringComparison.Ordinal);
        var anew = await decided.ClickAsync("Iesniegums, par kuru lemj no jauna");
        Assert.Contains("Jāizlemj", anew.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(asked.Path + "/contest")).Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "applications.contested"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "applications.contestDecided"));
    }

    [Theory]
    [InlineData("leave_residence", "05.05.2026", "01.05.2026", "13.04.2026", "nevar būt pirms pirmās")]
    [InlineData("leave_residence", "05.05.2026", "", "13.04.2026", "pēdējo prombūtnes dienu")]
    [InlineData("leave_residence", "05.05.2026", "09.05.2026", "20.04.2026", "nevar būt nākotnē")]
    [InlineData("leave_residence", "05.05.2026", "09.05.2026", "31.03.2026", "pirms sekcijas atvēršanas (01.04.2026)")]
    [InlineData("leave_residence", "05.05.2030", "09.05.2030", "13.04.2026", "pēc termiņa beigām")]
    [InlineData("work_change", "05.05.2026", "", "13.04.2026", "nodarbinātību")]
    [InlineData("else", "05.05.2026", "", "13.04.2026", "Izvēlieties, par ko")]
    public async Task Application_AgainstTheLaw_IsRefusedAndNothingTypedIsLost(
        string kind,
        string from,
        string to,
        string received,
        string refusal
    )
    {
        var (browser, section) = await SectionAsync();
        var page = await FilledAsync(
            browser,
            section,
            new()
            {
                ["Input.Kind"] = kind,
                ["Input.From"] = from,
                ["Input.To"] = to,
                ["Input.ReceivedOn"] = received,
                ["Input.Place"] = "Īpaša vieta",
            }
        );
        Assert.Contains(refusal, string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.Contains("Īpaša vieta", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "applications.received"));
    }

    [Fact]
    public async Task TwoAbsencesInTheSameDays_AreRefused()
    {
        var (browser, section) = await SectionAsync();
        await AskAsync(browser, section, "leave_residence", "01.05.2026", "31.05.2026");
        var again = await AskedAsync(browser, section, "foreign_travel", "30.05.2026", "05.06.2026");
        Assert.Contains("jau ir prom", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applications_OutOfReachOrOfWork_DoNotExist()
    {
        var (browser, section) = await SectionAsync();
        var one = await AskAsync(browser, section, "leave_residence", "01.05.2026", "31.05.2026");
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var accountant = await app.LoggedInAsAsync("accountant");
        var methodologist = await app.LoggedInAsAsync("methodologist");
        foreach (var step in new[] { "", "/decide" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(one.Path + step)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(one.Path + step)).Status);
            Assert.Equal(
                step.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await methodologist.GetAsync(one.Path + step)).Status
            );
        }

        var work = await app.SectionAsync(new("communityWork") { Role = "main", Hours = 100 });
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{work.Id}/applications")).Status);
    }

    [Fact]
    public async Task Application_DecidedByTwo_IsAConflictForTheSecond()
    {
        var (browser, section) = await SectionAsync();
        var one = await AskAsync(browser, section, "foreign_travel", "08.04.2026", "11.04.2026");
        await (await browser.GetAsync(one.Path + "/decide")).SubmitAsync(
            new() { ["Input.Outcome"] = "noted" },
            form: Form
        );
        var stale = await browser.GetAsync(one.Path + "/happened");
        await app.ScalarAsync<int>(
            $"UPDATE applications.request SET reason = 'cits' WHERE section_id = '{section.Id}' RETURNING 1"
        );
        var conflict = await stale.SubmitAsync(new() { ["Input.HappenedOn"] = "12.04.2026" }, form: Form);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "applications.happened"));
    }

    private Task<string> TaskAsync(Section section, string kind) =>
        app.ScalarAsync<string>(
            $"SELECT coalesce(max(kind || ' ' || due_on), '') FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = '{kind}'"
        );

    private Task<string> EmploymentAsync(Section section) =>
        app.ScalarAsync<string>($"SELECT coalesce(employment, '') FROM clients.client WHERE id = '{section.ClientId}'");

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        return (browser, await app.SectionAsync(Suspended, manager: browser.StaffId));
    }

    private static async Task<ReadPage> AskAsync(
        PageBrowser browser,
        Section section,
        string kind,
        string from,
        string to
    )
    {
        var done = await AskedAsync(browser, section, kind, from, to);
        Assert.StartsWith("/applications/", done.Path, StringComparison.Ordinal);
        return done;
    }

    private static Task<ReadPage> AskedAsync(
        PageBrowser browser,
        Section section,
        string kind,
        string from,
        string to
    ) =>
        FilledAsync(
            browser,
            section,
            new()
            {
                ["Input.Kind"] = kind,
                ["Input.ReceivedOn"] = "07.04.2026",
                ["Input.From"] = from,
                ["Input.To"] = to,
                ["Input.Place"] = "Ventspils",
                ["Input.Reason"] = "Sezonas darbs",
            }
        );

    private static async Task<ReadPage> FilledAsync(
        PageBrowser browser,
        Section section,
        Dictionary<string, string?> fields
    ) => await (await browser.GetAsync($"/sections/{section.Id}/applications/new")).SubmitAsync(fields, form: Form);
}
