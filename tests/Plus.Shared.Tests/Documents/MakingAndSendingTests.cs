using Microsoft.Extensions.DependencyInjection;
using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Documents.Bulk;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Documents.Pdf;
using Plus.Shared.Documents.Sending;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Running;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Section = Plus.Shared.Cases.Records.Section;

namespace Plus.Shared.Tests.Documents;

public sealed class MakingAndSendingTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Document_MadeFromATemplate_AsksOnlyWhatIsNotKnown_AndKeepsWhatItWasMadeFrom()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await manager.GetAsync($"/clients/{section.ClientId}/documents/make?section={section.Id}");
        Assert.StartsWith("Šai sekcijai", page.Html.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        page = await page.ClickAsync("Brīdinājums");

        var wrong = await page.SubmitAsync(new() { ["ask.violatedOn"] = "31.02.2026" }, button: "Izveidot projektu");
        var preview = await page.SubmitAsync(
            new() { ["ask.violation"] = "neieradās uz tikšanos" },
            button: "Apskatīt pirms izveides"
        );
        page = await preview.SubmitAsync(button: "Izveidot projektu");

        Assert.Contains("Pārkāpuma datums", wrong.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Jānim Bērziņ", preview.Words, StringComparison.Ordinal);
        Assert.Contains("neieradās uz tikšanos", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Rīgas pilsētas tiesas", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Izveidots no veidnes", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM documents.document d JOIN documents.template_version v ON v.id = d.template_version_id WHERE d.client_id = '{section.ClientId}' AND d.data_as_of IS NOT NULL AND v.delivered_as = 'warning.lv.1.docx'"
            )
        );
    }

    [Fact]
    public async Task NameForms_WrittenByHand_StandInPlaceOfTheRule_AndAreAudited()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await manager.GetAsync($"/clients/{section.ClientId}/name-forms");
        Assert.StartsWith(
            "Jānim Bērziņ",
            page.Html.QuerySelector("[name=Dative]")!.GetAttribute("value"),
            StringComparison.Ordinal
        );

        await page.SubmitAsync(new() { ["Dative"] = "Jānim Savādajam" });
        var form = await MakeFormAsync(manager, section, "Brīdinājums");
        var preview = await form.SubmitAsync(button: "Apskatīt pirms izveides");

        Assert.Contains("Jānim Savādajam", preview.Words, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'documents.nameFormsChanged' AND client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task SignedDocument_Sent_LeavesOnceAndIsServedByTheRuleOfItsChannel()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        var id = page.Path.Split('/')[2];
        var form = await page.ClickAsync("Nosūtīt");

        var without = await form.SubmitAsync(new() { ["Deliveries[0].Channel"] = "eAddress" });
        page = await without.SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "eAddress", ["Deliveries[0].Electronic"] = "_PERSON@example" }
        );
        var runner = app.Services.GetRequiredService<OutboxRunner>();
        await Task.WhenAll(runner.LookAsync(default), runner.LookAsync(default));
        var folder = app.Services.GetRequiredService<OutboxFolders>().Of("eAddress");
        var message = await app.ScalarAsync<Guid>(
            $"SELECT m.id FROM outbox.message m WHERE m.client_id = '{section.ClientId}'"
        );
        Assert.True(File.Exists(Path.Combine(folder, $"{message:N}.json")));
        Assert.DoesNotContain("Bērziņ", string.Join(' ', Directory.GetFiles(folder)), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, $"{message:N}.delivered"), "");
        app.Now = app.Now.AddMinutes(5);
        await runner.LookAsync(default);
        page = await manager.GetAsync($"/documents/{id}");

        Assert.Contains(
            "nav izvēlētajam kanālam vajadzīgās adreses",
            without.Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Contains("Piegādāts", page.Words, StringComparison.Ordinal);
        // Sent on Wednesday 15 April 2026: the second working day after it.
        Assert.Contains("17.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "documents.sent"));
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "documents.delivery"));
    }

    [Fact]
    public async Task DecisionThatWasSent_GivesTheDayFromWhichItMayBeContested()
    {
        Staff person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(
            new MeasureTerms("suspendedSentence") { TestPeriodMonths = 12, ImprisonmentMonths = 6 },
            manager: person.Id
        );
        var manager = await app.LoggedInAsAsync(person);
        var page = await SignedAsync(manager, section);
        await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "eAddress", ["Deliveries[0].Electronic"] = "_PERSON@example" }
        );
        await app.Services.GetRequiredService<OutboxRunner>().LookAsync(default);
        var number = await app.ScalarAsync<string>(
            $"SELECT number FROM documents.document WHERE client_id = '{section.ClientId}'"
        );
        var obligation = await (await manager.GetAsync($"/sections/{section.Id}/obligations/new")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = "substance_ban",
                ["Input.Wording"] = "Nelietot alkoholu un narkotiskās vielas",
                ["Input.From"] = "15.04.2026",
                ["Input.DecidedOn"] = "15.04.2026",
                ["Input.DecisionNumber"] = number,
            }
        );

        var form = await manager.GetAsync(obligation.Path + "/serve");

        Assert.Contains($"Lēmums Nr. {number} klientam ir nosūtīts", form.Words, StringComparison.Ordinal);
        // Sent on Wednesday 15 April 2026: the second working day after it.
        Assert.Equal("17.04.2026", form.Html.QuerySelector("[name='Input.ServedOn']")!.GetAttribute("value"));
        var now = app.Now;
        app.Now = now.AddDays(2);
        try
        {
            var later = await (await app.LoggedInAsAsync(person)).GetAsync(form.Path);
            var served = await later.SubmitAsync();
            // A month from 17 April ends on a Sunday: the next working day.
            Assert.Contains("18.05.2026 – lēmumu var apstrīdēt 1 mēneša laikā", served.Words, StringComparison.Ordinal);
        }
        finally
        {
            app.Now = now;
        }
    }

    [Fact]
    public async Task SignedDocument_ToAnUnknownAddress_FailsAndIsSentAgain()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await SignedAsync(manager, section);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(
            new() { ["Deliveries[0].Channel"] = "eAddress", ["Deliveries[0].Electronic"] = "nav-tādas" }
        );
        var runner = app.Services.GetRequiredService<OutboxRunner>();
        await runner.LookAsync(default);

        page = await manager.GetAsync(page.Path);
        Assert.Contains("Kanāls šādu adresi nezina", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nav piegādāti", (await manager.GetAsync("/")).Words, StringComparison.Ordinal);
        page = await (await page.ClickAsync("Nosūtīt")).SubmitAsync(new() { ["Deliveries[0].Channel"] = "handed" });
        await runner.LookAsync(default);
        Assert.Contains("Piegādāts", (await manager.GetAsync(page.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LettersToMany_AreMadeInTheBackgroundForOnesOwnActiveSections()
    {
        Staff person = await app.StaffAsync("caseManager");
        for (var i = 0; i < 3; i++)
        {
            await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 40 }, manager: person.Id);
        }

        await app.ReadListAsync(
            $"UPDATE cases.section SET state = 'active' WHERE manager_id = '{person.Id}' RETURNING id"
        );
        var manager = await app.LoggedInAsAsync(person);
        var form = await (await manager.GetAsync("/documents")).ClickAsync("Vēstules daudziem");
        var without = await form.SubmitAsync();
        var template = form
            .Html.QuerySelectorAll("select[name=Template] option")
            .Single(o => o.TextContent.Trim() == "Nostrādāto stundu uzskaites lapa")
            .GetAttribute("value");
        var page = await form.SubmitAsync(new() { ["Template"] = template });

        await app.Services.GetRequiredService<BulkRunner>().LookAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Izvēlieties veidni", without.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("3", (await manager.GetAsync(page.Path)).Words, StringComparison.Ordinal);
        Assert.Equal(
            3L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM documents.document WHERE made_by = '{person.Id}' AND state = 'draft'"
            )
        );
        var other = await app.LoggedInAsAsync("caseManager");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
    }

    [Fact]
    public void ServiceDay_FollowsTheRuleOfTheChannel()
    {
        var day = new DateOnly(2026, 4, 15);
        DateOnly? Of(string channel) => ServiceDay.Of(channel, day, LegalParameters.Embedded, WorkingCalendar.Standard);

        Assert.Equal(new DateOnly(2026, 4, 22), Of("post"));
        Assert.Equal(new DateOnly(2026, 4, 17), Of("email"));
        Assert.Equal(new DateOnly(2026, 4, 17), Of("eAddress"));
        Assert.Null(Of("handed"));
    }

    [Fact]
    public async Task Pdf_OfEveryTemplate_IsTaggedAndForArchives()
    {
        var program = new PdfProgram();
        Assert.SkipUnless(program.IsThere, "LibreOffice is not installed.");
        var documents = DeliveredTemplates
            .Read(Plus.Host.Doors.All.All)
            .ToDictionary(
                t => t.Code.Replace('.', '_'),
                t => DeliveredTemplates.ReadFile(t.File),
                StringComparer.Ordinal
            );

        var pdfs = await program.ConvertAsync(documents, TestContext.Current.CancellationToken);

        Assert.Equal(documents.Count, pdfs.Count);
        Assert.All(
            pdfs.Values,
            p => Assert.Contains("/MarkInfo", System.Text.Encoding.Latin1.GetString(p), StringComparison.Ordinal)
        );
        Assert.SkipUnless(File.Exists(PdfJudge.Program), "qpdf is not installed.");
        var folder = Directory.CreateTempSubdirectory();
        foreach (var (name, pdf) in pdfs)
        {
            var path = Path.Combine(folder.FullName, name + ".pdf");
            await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
            await PdfJudge.CheckAsync(path, TestContext.Current.CancellationToken);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Pdf_AskedFor_IsMadeInTheBackgroundAndHandedOut()
    {
        var (section, manager) = await ArrangeAsync();
        var page = await (await MakeFormAsync(manager, section, "Brīdinājums")).SubmitAsync(
            button: "Izveidot projektu"
        );
        page = await page.SubmitAsync(form: "form[action$='/pdf']");
        Assert.SkipUnless(new PdfProgram().IsThere, "LibreOffice is not installed.");

        Assert.Equal(
            1,
            await app.Services.GetRequiredService<PdfRunner>().LookAsync(TestContext.Current.CancellationToken)
        );
        page = await manager.GetAsync(page.Path);
        var pdf = await page.ClickAsync("Lejupielādēt PDF");

        Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);
    }

    private async Task<(Section Section, PageBrowser Manager)> ArrangeAsync()
    {
        Staff person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, manager: person.Id);
        return (section, await app.LoggedInAsAsync(person));
    }

    private static async Task<ReadPage> MakeFormAsync(PageBrowser browser, Section section, string template)
    {
        var page = await browser.GetAsync($"/clients/{section.ClientId}/documents/make?section={section.Id}");
        return await page.ClickAsync(template);
    }

    private static async Task<ReadPage> SignedAsync(PageBrowser manager, Section section)
    {
        var page = await (await MakeFormAsync(manager, section, "Brīdinājums")).SubmitAsync(
            button: "Izveidot projektu"
        );
        page = await (await page.ClickAsync("Nodot parakstīšanai")).SubmitAsync(button: "Nodot parakstīšanai");
        var sign = await page.ClickAsync("Atzīmēt parakstu");
        return await sign.SubmitAsync(new() { ["How"] = "paper" });
    }
}
