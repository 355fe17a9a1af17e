using System.Net;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Section = Plus.Shared.Cases.Records.Section;

namespace Plus.Shared.Tests.Documents;

public sealed class LifeCycleTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Document_FromDraftToTheCaseFile_IsNumberedSignedAndNeverChangesAgain()
    {
        var (section, manager, head) = await ArrangeAsync();
        var page = await AddAsync(manager, section, MadeDocx.Of("Pirmais teksts", "Paliek"));
        var id = page.Path.Split('/')[2];

        page = await page.SendAsync(
            "Sent",
            MadeDocx.Of("Otrais teksts", "Paliek"),
            new() { ["BasedOn"] = "1", ["Remark"] = "Precizēts" }
        );
        var compared = await manager.GetAsync($"/documents/{id}/compare?from=1&to=2");
        page = await MoveAsync(page, "Nodot saskaņošanai");
        Assert.DoesNotContain("Saskaņot", page.Html.QuerySelectorAll("a").Select(a => a.TextContent.Trim()));
        page = await MoveAsync(await head.GetAsync($"/documents/{id}"), "Saskaņot");
        page = await MoveAsync(
            await manager.GetAsync($"/documents/{id}"),
            "Nodot parakstīšanai",
            new() { ["Input.Nomenclature"] = await SeriesAsync("5-1") }
        );
        page = await (await page.ClickAsync("Atzīmēt parakstu")).SendAsync(
            "Sent",
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"u8.ToArray(),
            new() { ["How"] = "paper" }
        );
        page = await MoveAsync(page, "Pievienot lietai");

        Assert.Equal("Pirmais", compared.Html.QuerySelector("main .plus-compare del")!.TextContent.Trim());
        Assert.Equal("Otrais", compared.Html.QuerySelector("main .plus-compare ins")!.TextContent.Trim());
        Assert.Contains("Pievienots lietai", page.Words, StringComparison.Ordinal);
        Assert.StartsWith(
            "5-1/",
            await app.ScalarAsync<string>($"SELECT number FROM documents.document WHERE id = '{id}'"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "documents.made"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "documents.versionSaved"));
        Assert.Equal(4, await app.ProcessesAsync(section.Id, "documents.moved"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "documents.signed"));
        var timeline = await manager.GetAsync($"/clients/{section.ClientId}/timeline");
        Assert.Contains("Parakstīts dokuments (vēstule, Nr. 5-1/", timeline.Words, StringComparison.Ordinal);
        foreach (
            var forbidden in new[]
            {
                $"UPDATE documents.document SET title = 'cits' WHERE id = '{id}' RETURNING 1",
                $"UPDATE documents.document SET state = 'draft' WHERE id = '{id}' RETURNING 1",
                $"DELETE FROM documents.document WHERE id = '{id}' RETURNING 1",
                $"UPDATE documents.document_version SET file_hash = 'x' WHERE document_id = '{id}' RETURNING 1",
                $"INSERT INTO documents.document_version (id, document_id, client_id, ordinal, origin, saved_by, saved_at, file_id, file_hash, size, media_type, text, remark) SELECT gen_random_uuid(), document_id, client_id, 9, origin, saved_by, saved_at, file_id, file_hash, size, media_type, text, remark FROM documents.document_version WHERE document_id = '{id}' LIMIT 1 RETURNING 1",
            }
        )
        {
            await Assert.ThrowsAsync<PostgresException>(() => app.ScalarAsync<int>(forbidden));
        }
    }

    [Fact]
    public async Task Document_ChangedBySomebodyElseMeanwhile_KeepsBothAndSaysSo()
    {
        var (section, manager, _) = await ArrangeAsync();
        var page = await AddAsync(manager, section, MadeDocx.Of("A"));
        await page.SendAsync("Sent", MadeDocx.Of("B"), new() { ["BasedOn"] = "1" });

        var late = await page.SendAsync("Sent", MadeDocx.Of("C"), new() { ["BasedOn"] = "1" });

        Assert.Contains("saglabāja jaunāku redakciju", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM documents.document_version WHERE client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task Document_ReturnedWithoutAReason_IsRefusedAndWithOneItKeepsItsNumber()
    {
        var (section, manager, _) = await ArrangeAsync();
        var page = await AddAsync(manager, section, MadeDocx.Of("A"));
        page = await MoveAsync(
            page,
            "Nodot parakstīšanai",
            new() { ["Input.Nomenclature"] = await SeriesAsync("5-5") }
        );
        var number = await NumberAsync(section);
        var form = await page.ClickAsync("Atgriezt labošanai");

        var refused = await form.SubmitAsync();
        page = await refused.SubmitAsync(new() { ["Input.Reason"] = "Kļūda datumā" });
        page = await MoveAsync(page, "Nodot parakstīšanai");

        Assert.Equal(["Pamatojums: Ierakstiet pamatojumu"], refused.Errors);
        Assert.Equal(number, await NumberAsync(section));
        Assert.Contains("Jāparaksta", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_OfAnotherOffice_DoNotExist_AndADownloadIsADisclosure()
    {
        var (section, manager, _) = await ArrangeAsync();
        var page = await AddAsync(manager, section, MadeDocx.Of("A"));
        var other = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(3));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path + "/versions/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/clients/{section.ClientId}/documents")).Status);
        Assert.DoesNotContain("Vēstule par", (await other.GetAsync("/documents")).Words, StringComparison.Ordinal);
        var accountant = await app.LoggedInAsAsync("accountant");
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(page.Path)).Status);

        var file = await manager.GetAsync(page.Path + "/versions/1");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith(
            "letter-",
            file.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
            StringComparison.Ordinal
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND part = 'documents.view' AND '{section.ClientId}' = ANY (clients)"
            )
        );
    }

    [Fact]
    public async Task Numbers_AskedForAtOnce_HaveNoGapsAndNoTwins()
    {
        var (section, manager, _) = await ArrangeAsync();
        var series = Guid.Parse(await SeriesAsync("5-6"));
        var documents = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            var page = await AddAsync(manager, section, MadeDocx.Of("A" + i));
            documents.Add(Guid.Parse(page.Path.Split('/')[2]));
        }

        await Parallel.ForEachAsync(
            documents,
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (id, ct) =>
            {
                await using var scope = app.Scope(
                    new CurrentStaff
                    {
                        Permissions = new Dictionary<string, AccessScope>
                        {
                            ["documents.view"] = AccessScope.Service,
                            ["documents.work"] = AccessScope.Service,
                        },
                        Reach = Reach.System("test"),
                    }
                );
                var mover = Get<MoveDocumentHandler>(scope.ServiceProvider);
                var done = await mover.MoveAsync(
                    id,
                    new DocumentMove(DocumentState.ToBeSigned, Nomenclature: series),
                    ct
                );
                Assert.True(done.Done, done.Refusal?.TextKey);
            }
        );

        var given = await app.ReadListAsync(
            $"SELECT ordinal FROM documents.document WHERE nomenclature_id = '{series}' ORDER BY ordinal"
        );
        Assert.Equal(Enumerable.Range(1, 12).Select(n => n.ToString(null as IFormatProvider)), given);
    }

    [Fact]
    public async Task Home_TellsWhatWaits_AndTheListHandsItOut()
    {
        var (section, manager, head) = await ArrangeAsync();
        var page = await AddAsync(manager, section, MadeDocx.Of("A"));
        await MoveAsync(page, "Nodot saskaņošanai");

        var home = await head.GetAsync("/");
        var list = await head.GetAsync("/documents?of=agree");
        var csv = await head.GetAsync("/documents?handler=Export&of=agree&format=csv");

        Assert.Matches("Jums jāsaskaņo [0-9]+ dokument", home.Words);
        Assert.Contains("Vēstule par tikšanos", list.Words, StringComparison.Ordinal);
        Assert.Contains("Vēstule par tikšanos", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jums jāsaskaņo ", (await manager.GetAsync("/")).Words, StringComparison.Ordinal);
        await app.ReadListAsync(
            "UPDATE documents.document SET state = 'toBeSigned' WHERE state = 'toBeAgreed' RETURNING id"
        );
        var later = await head.GetAsync("/");
        Assert.Contains("Jums jāparaksta ", later.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Jums jāsaskaņo ", later.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nomenclature_WithATakenMark_IsRefused_AndANewSeriesIsAudited()
    {
        var browser = await app.LoggedInAsAsync("methodologist");
        var page = await browser.GetAsync("/documents/nomenclature");
        var fields = new Dictionary<string, string?>
        {
            ["Input.Mark"] = "5-1",
            ["Input.TitleLv"] = "Cita",
            ["Input.TitleEn"] = "Other",
        };

        var refused = await page.SubmitAsync(fields);
        fields["Input.Mark"] = "9-1";
        page = await refused.SubmitAsync(fields);
        var change = await page.ClickAsync("9-1");
        var saved = await change.SubmitAsync(new() { ["Input.TitleLv"] = "Pārdēvēta" });

        Assert.Equal(["Indekss: Šāds indekss jau ir"], refused.Errors);
        Assert.Contains("Pārdēvēta", saved.Words, StringComparison.Ordinal);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = 'documents.nomenclatureChanged'"
            )
        );
        var late = await (await saved.ClickAsync("9-1")).SubmitAsync(new() { ["Input.To"] = "01.01.2001" });
        Assert.Contains("Pēdējā diena", late.Errors.Single(), StringComparison.Ordinal);
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;

    private async Task<(Section Section, PageBrowser Manager, PageBrowser Head)> ArrangeAsync()
    {
        Staff person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, manager: person.Id);
        return (section, await app.LoggedInAsAsync(person), await app.LoggedInAsAsync("officeHead"));
    }

    private static async Task<ReadPage> AddAsync(PageBrowser browser, Section section, byte[] docx)
    {
        var form = await browser.GetAsync($"/clients/{section.ClientId}/documents/new");
        return await form.SendAsync(
            "Input.File",
            docx,
            new()
            {
                ["Input.Kind"] = "letter",
                ["Input.Title"] = "Vēstule par tikšanos",
                ["Input.Section"] = section.Id.ToString(),
            }
        );
    }

    private static async Task<ReadPage> MoveAsync(
        ReadPage page,
        string step,
        Dictionary<string, string?>? fields = null
    ) => await (await page.ClickAsync(step)).SubmitAsync(fields, button: step);

    private Task<string> NumberAsync(Section section) =>
        app.ScalarAsync<string>($"SELECT number FROM documents.document WHERE client_id = '{section.ClientId}'");

    private async Task<string> SeriesAsync(string mark) =>
        (await app.ScalarAsync<Guid>($"SELECT id FROM documents.nomenclature WHERE mark = '{mark}'")).ToString();
}
