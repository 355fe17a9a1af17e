using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Tests.Archive;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.CaseFiles;

/// <summary>A whole case handed out as a ZIP, with other people covered.</summary>
public sealed class CaseFileExportTests(ArchivingApp archiving) : IClassFixture<ArchivingApp>
{
    private PlusApp App => archiving.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WholeCase_LeavesAsAZip_WhoseManifestProvesEachFile(bool archived)
    {
        var (section, browser) = await SceneAsync(archived);
        var (name, bytes) = await MadeAsync(
            browser,
            section,
            new()
            {
                ["Input.Audience"] = "court",
                ["Input.Recipient"] = "Rīgas pilsētas tiesa",
                ["Input.Reason"] = "Tiesas pieprasījums 12/3",
                ["Input.OtherPerson"] = "",
            }
        );

        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.EndsWith(".zip", name, StringComparison.Ordinal);
        var sums = Encoding.UTF8.GetString(Read(zip, "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(zip.Entries.Count - 1, sums.Length);
        Assert.All(
            sums,
            line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Read(zip, line[66..]))))
        );
        Assert.Single(zip.Entries, e => e.FullName.StartsWith("datnes/", StringComparison.Ordinal));
        var contents = Encoding.UTF8.GetString(Read(zip, "saturs.html"));
        Assert.Contains("Runāts ar māti Annu Bērziņu.", WebUtility.HtmlDecode(contents), StringComparison.Ordinal);
        Assert.Contains("16:00", contents, StringComparison.Ordinal);
        var docx = Read(zip, "lieta.docx");
        Assert.Contains("Tiesas pieprasījums 12/3", DocxText.Read(docx), StringComparison.Ordinal);
        using (var word = WordprocessingDocument.Open(new MemoryStream(docx), false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }

        Assert.Equal(1, await App.ViewsAsync(section.ClientId, "caseFile.export") - 3);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Read(zip, "manifest.json"))),
            await App.ScalarAsync<string>(
                $"SELECT values ->> 'manifest' FROM audit.process WHERE type = 'caseFile.handedOut' AND client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task OtherPeople_AreCoveredInEveryCase_WithTheirGround_AndTheirFilesStay()
    {
        var (section, browser) = await SceneAsync(archived: false);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.Audience"] = "subject",
            ["Input.Reason"] = "Klienta lūgums",
            ["Input.OtherPerson"] = "Anna Bērziņa",
            ["Input.Other"] = "Brīvības iela 1, Rīga",
            ["Input.Files"] = "",
        };
        var form = await browser.GetAsync($"/clients/{section.ClientId}/file/export");
        var shown = await form.SubmitAsync(new(fields));
        Assert.Contains("[1 ███] Anna Bērziņa: aizklāts 2 vietās", shown.Words, StringComparison.Ordinal);

        var (_, bytes) = await MadeAsync(browser, section, fields);

        using var zip = new ZipArchive(new MemoryStream(bytes));
        var whole = string.Concat(
            zip.Entries.Where(e => !e.FullName.EndsWith(".docx", StringComparison.Ordinal))
                .Select(e => WebUtility.HtmlDecode(Encoding.UTF8.GetString(Read(zip, e.FullName))))
                .Append(DocxText.Read(Read(zip, "lieta.docx")))
        );
        foreach (var word in (string[])["Annu", "Anna", "Bērziņu", "Brīvības"])
        {
            Assert.DoesNotContain(word, whole, StringComparison.Ordinal);
        }

        Assert.Contains("Runāts ar māti [1 ███] [1 ███].", whole, StringComparison.Ordinal);
        Assert.Contains("Cits likumā noteikts ierobežojums", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("datnes/", StringComparison.Ordinal));
        using var manifest = JsonDocument.Parse(Read(zip, "manifest.json"));
        Assert.Equal(2, manifest.RootElement.GetProperty("covered")[0].GetProperty("times").GetInt32());
        Assert.Equal("chosen", manifest.RootElement.GetProperty("leftOut")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task UnfinishedForm_SaysWhatIsMissing_AndKeepsWhatWasTyped()
    {
        var (section, browser) = await SceneAsync(archived: false);
        var form = await browser.GetAsync($"/clients/{section.ClientId}/file/export");

        var answer = await form.SubmitAsync(new() { ["Input.Audience"] = "court", ["Input.Victim"] = "Ilze Liepa" });

        Assert.Contains("Ierakstiet tiesas vai iestādes nosaukumu.", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Ierakstiet, uz kāda pamata", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Ilze Liepa", answer.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(0L, await App.ProcessesAsync(section.Id, "caseFile.handedOut"));
    }

    [Fact]
    public async Task WhoOnlyReads_HandsNothingOut()
    {
        var (section, _) = await SceneAsync(archived: false);
        var reviewer = await App.LoggedInAsAsync("qualityReviewer");

        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync($"/clients/{section.ClientId}/file")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await reviewer.GetAsync($"/clients/{section.ClientId}/file/export")).Status
        );
    }

    private async Task<(Section Section, PageBrowser Browser)> SceneAsync(bool archived)
    {
        var section = await App.ClosedCaseAsync(closedOn: archived ? "2020-05-01" : "2026-04-01");
        if (archived)
        {
            await App.Run().MoveAsync(null, null, Ct);
        }

        var office = new OfficeId(
            await App.ScalarAsync<Guid>($"SELECT office_id FROM cases.section WHERE id = '{section.Id}'")
        );
        return (section, await App.LoggedInAsAsync("officeHead", office));
    }

    private static async Task<(string Name, byte[] Bytes)> MadeAsync(
        PageBrowser browser,
        Section section,
        Dictionary<string, string?> typed
    )
    {
        var form = await browser.GetAsync($"/clients/{section.ClientId}/file/export");
        var preview = await form.SubmitAsync(new(typed));
        var made = await preview.SubmitAsync(button: "Izveidot ZIP");
        Assert.True(made.Document is null, made.Document is null ? "" : made.Words);
        return (made.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'), made.Bytes);
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
