using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Merging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Documents;

public sealed class TemplateTests(PlusApp app) : IClassFixture<PlusApp>
{
    public static TheoryData<string, string> Delivered()
    {
        var data = new TheoryData<string, string>();
        foreach (var template in DeliveredTemplates.Read(Plus.Host.Doors.All.All))
        {
            data.Add(template.File, template.Language);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Delivered))]
    public void Delivered_IsSound_BeforeAndAfterFilling(string file, string language)
    {
        var catalogue = app.Services.GetRequiredService<FieldCatalogue>();
        var docx = DeliveredTemplates.ReadFile(file);
        var values = new Dictionary<string, object?>(catalogue.Samples(), StringComparer.Ordinal);
        foreach (var question in TemplateCheck.Questions(docx))
        {
            values["ask:" + question.Name] = question.IsDate ? new DateOnly(2026, 4, 15) : "atbilde";
        }

        var filled = TemplateMerge.Fill(docx, values, language);

        Assert.Empty(TemplateCheck.Check(docx, catalogue.All));
        Assert.Empty(Errors(filled));
        var text = DocxText.Read(filled);
        Assert.DoesNotContain("[", text, StringComparison.Ordinal);
        Assert.True(TemplateMerge.Shows(filled, "document.number"));
    }

    [Fact]
    public void Filling_BendsNamesAndDays_RepeatsRowsAndDropsWhatDoesNotHold()
    {
        var docx = DeliveredTemplates.ReadFile("hoursSheet.lv.1.docx");
        var values = new Dictionary<string, object?>
        {
            ["client.name"] = new NameValue("Jānis", "Bērziņš", "M"),
            ["work.hours"] = TimeSpan.FromHours(100),
            ["work.days"] = new List<IReadOnlyDictionary<string, object?>>
            {
                new Dictionary<string, object?>
                {
                    ["day.date"] = new DateOnly(2026, 4, 1),
                    ["day.hours"] = TimeSpan.FromHours(4),
                },
                new Dictionary<string, object?>
                {
                    ["day.date"] = new DateOnly(2026, 4, 2),
                    ["day.hours"] = TimeSpan.FromMinutes(150),
                },
            },
        };
        var sheet = DocxText.Read(TemplateMerge.Fill(docx, values, "lv"));
        var order = DocxText.Read(TemplateMerge.Fill(DeliveredTemplates.ReadFile("hostOrder.lv.1.docx"), values, "lv"));
        var notice = DocxText.Read(
            TemplateMerge.Fill(DeliveredTemplates.ReadFile("registration.lv.1.docx"), values, "lv")
        );

        Assert.Contains("01.04.2026", sheet, StringComparison.Ordinal);
        Assert.Contains("2:30", sheet, StringComparison.Ordinal);
        Assert.Contains("norīko Jāni Bērziņu", order, StringComparison.Ordinal);
        Assert.Contains("100 stundu (simts)", order, StringComparison.Ordinal);
        Assert.DoesNotContain("nepilngadīga", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void FillingIn_NumberAndDay_LeavesTheRest()
    {
        var made = TemplateMerge.Fill(
            DeliveredTemplates.ReadFile("answer.lv.1.docx"),
            new Dictionary<string, object?> { ["ask:answer"] = "Atbilde paliek." },
            "lv"
        );
        var numbered = TemplateMerge.FillIn(
            made,
            new Dictionary<string, object?>
            {
                ["document.number"] = "5-6/7",
                ["document.date"] = new DateOnly(2026, 4, 15),
            },
            "lv"
        );

        var text = DocxText.Read(numbered);
        Assert.Contains("Nr. 5-6/7", text, StringComparison.Ordinal);
        Assert.Contains("15.04.2026", text, StringComparison.Ordinal);
        Assert.Contains("Atbilde paliek.", text, StringComparison.Ordinal);
        Assert.Empty(Errors(numbered));
    }

    [Fact]
    public void Filling_TakesLessThanTenMilliseconds()
    {
        var docx = DeliveredTemplates.ReadFile("warning.lv.1.docx");
        var values = app.Services.GetRequiredService<FieldCatalogue>().Samples();
        // The best of many runs: what else the machine does, and compiling, is not measured.
        var (best, all) = (double.MaxValue, System.Diagnostics.Stopwatch.StartNew());
        while (best >= 10 && all.Elapsed < TimeSpan.FromSeconds(30))
        {
            var began = all.Elapsed;
            TemplateMerge.Fill(docx, values, "lv");
            best = Math.Min(best, (all.Elapsed - began).TotalMilliseconds);
        }

        Assert.True(best < 10, $"{best:0.0} ms");
    }

    [Fact]
    public void Check_NamesWhatIsWrongAndWhere()
    {
        const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        static string Control(string tag) =>
            $"<w:p><w:r><w:t xml:space=\"preserve\">Šeit: </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var docx = MadeDocx.With(
            MadeDocx.Of("x"),
            "word/document.xml",
            $"<w:document {W}><w:body>{Control("client.nmae")}{Control("client.code:dat")}{Control("client.minor")}{Control("each:client.code")}</w:body></w:document>"
        );

        var findings = TemplateCheck.Check(docx, app.Services.GetRequiredService<FieldCatalogue>().All);

        Assert.Equal(
            [
                ("unknownField", "client.nmae"),
                ("wrongFormat", "client.code:dat"),
                ("notShown", "client.minor"),
                ("notRows", "each:client.code"),
                ("noSignature", "signature"),
            ],
            findings.Where(f => f.Code != "invalid").Select(f => (f.Code, f.Tag))
        );
        Assert.StartsWith("Šeit:", findings[0].Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_ProposedByOne_IsApprovedByAnotherAndHoldsFromItsDay()
    {
        var first = await app.LoggedInAsAsync("methodologist");
        var second = await app.LoggedInAsAsync("methodologist");
        var page = await (await first.GetAsync("/documents/templates")).ClickAsync("Brīdinājums");
        var href = page.Path;

        var wrong = await page.SendAsync("Sent", MadeDocx.Of("Bez paraksta"), new() { ["From"] = "16.04.2026" });
        var macro = await page.SendAsync(
            "Sent",
            MadeDocx.With(MadeDocx.Of("x"), "word/vbaProject.bin", "x"),
            new() { ["From"] = "16.04.2026" }
        );
        page = await page.SendAsync(
            "Sent",
            DeliveredTemplates.ReadFile("answer.lv.1.docx"),
            new() { ["From"] = "16.04.2026" }
        );
        var own = page.Words;
        var decided = await (await second.GetAsync(href)).SubmitAsync(
            form: "form[action*=Decide]",
            button: "Apstiprināt"
        );
        var tried = await decided.ClickAsync("Izmēģināt");

        Assert.Contains("Nav paraksta vietas", wrong.Words, StringComparison.Ordinal);
        Assert.NotEmpty(macro.Errors);
        Assert.Contains("apstiprina cits darbinieks", own, StringComparison.Ordinal);
        Assert.Contains("Apstiprināta", decided.Words, StringComparison.Ordinal);
        Assert.Contains("Jūsu 2026. gada 15. aprīļa iesniegumu", tried.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["documents.templateDecided", "documents.templateProposed"],
            await app.ReadListAsync(
                "SELECT type FROM audit.process WHERE type LIKE 'documents.template%' ORDER BY type"
            )
        );
        Assert.Equal(
            new DateOnly(2026, 4, 15),
            await app.ScalarAsync<DateOnly>(
                $"SELECT valid_to FROM documents.template_version WHERE template_id = '{href.Split('/')[^1]}' AND ordinal = 1"
            )
        );
    }

    [Fact]
    public async Task Template_OfNoMethodologist_IsOutOfReach_AndTheCatalogueNamesItsFields()
    {
        var manager = await app.LoggedInAsAsync("caseManager");
        var browser = await app.LoggedInAsAsync("methodologist");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await manager.GetAsync("/documents/templates")).Status);
        Assert.Contains(
            "client.name",
            (await browser.GetAsync("/documents/templates/fields")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Jauna veidne",
            (await browser.GetAsync("/documents/templates/new")).Words,
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<string> Errors(byte[] docx)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(word)
                .Select(e => $"{e.Id} {e.Description} {e.Path?.XPath}"),
        ];
    }
}
