using Plus.Shared.Cases.Contract;
using Plus.Shared.Documents.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>An outcome with its document: added as a file or chosen among the client's, kept with the closing.</summary>
public sealed class ClosingDocumentTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "form[enctype]";

    [Fact]
    public async Task Document_SentAsAFile_IsKeptThoughSomethingElseIsMissing_AndStandsWithTheClosing()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(HostArrangement.Forty);
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET registered_on = '2026-04-13', state = 'active' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var form = await browser.GetAsync($"/sections/{section.Id}/close");

        var missing = await form.SubmitAsync(
            new() { ["Input.Outcome"] = "released_from_remainder", ["Input.Day"] = "15.04.2026" }
        );
        Assert.Single(missing.Errors);
        var program = await missing.SendFileAsync("Input.GroundFile", "lemums.pdf", "MZ\u0001\u0002"u8.ToArray(), Form);
        Assert.Equal(2, program.Errors.Count);
        Assert.Equal(0L, await DocumentsAsync(section.ClientId.ToString()));
        var kept = await program.SendFileAsync("Input.GroundFile", "lemums.png", Png, Form);
        Assert.Single(kept.Errors);
        Assert.Equal(1L, await DocumentsAsync(section.ClientId.ToString()));

        var check = await kept.SubmitAsync(
            new()
            {
                ["Input.GroundReference"] = "Rīgas pilsētas tiesa, Nr. K-19",
                ["Input.GroundIssuedOn"] = "10.04.2026",
            }
        );
        Assert.NotNull(check.Html.QuerySelector("dl a[href^='/documents/']"));
        var closed = await check.SubmitAsync(button: "Slēgt sekciju");

        var link = closed.Html.QuerySelector("main li a[href^='/documents/']")!.GetAttribute("href")!;
        Assert.Contains("Rīgas pilsētas tiesa, Nr. K-19", closed.Words, StringComparison.Ordinal);
        Assert.Contains("Tiesas lēmums", (await browser.GetAsync(link)).Words, StringComparison.Ordinal);
        Assert.Equal(
            link,
            "/documents/"
                + await app.ScalarAsync<Guid>(
                    $"SELECT document_id FROM cases.closing_ground WHERE section_id = '{section.Id}'"
                )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "documents.made"));
        var file = await browser.GetAsync($"/clients/{section.ClientId}/file");
        Assert.Contains("Dokumenti, uz kuru pamata izpilde pabeigta", file.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_IsChosenAmongThoseThatCameInOrStandFast_OfThisClientAlone()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(new MeasureTerms("educationalCommunityWork") { Hours = 20 });
        var other = await app.SectionAsync(HostArrangement.Forty);
        var (own, draft, foreign) = (Of(section, "Sprieduma noraksts"), Of(section, "Melnraksts"), Of(other, "Cita"));
        own.Register("decision", DocumentDirection.Incoming, "K-7", new DateOnly(2026, 4, 9), null);
        own.Enter(DocumentState.Registered);
        foreign.Register("decision", DocumentDirection.Incoming, "K-8", new DateOnly(2026, 4, 9), null);
        foreign.Enter(DocumentState.Registered);
        await app.SaveAsync(own, draft, foreign);
        var form = await browser.GetAsync($"/sections/{section.Id}/close");
        Assert.Contains("Sprieduma noraksts", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Melnraksts", form.Text, StringComparison.Ordinal);
        Dictionary<string, string?> typed = new()
        {
            ["Input.Outcome"] = "revoked",
            ["Input.Day"] = "15.04.2026",
            ["Input.GroundReference"] = "Rīgas rajona tiesa, Nr. K-7",
            ["Input.GroundIssuedOn"] = "09.04.2026",
        };

        foreach (var wrong in new[] { foreign.Id, draft.Id })
        {
            var refused = await form.SubmitAsync(new(typed) { ["Input.GroundDocument"] = wrong.ToString() });
            Assert.Contains("vairs nav", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        var check = await form.SubmitAsync(new(typed) { ["Input.GroundDocument"] = own.Id.ToString() });
        await check.SubmitAsync(button: "Slēgt sekciju");
        Assert.Equal(
            own.Id,
            await app.ScalarAsync<Guid>(
                $"SELECT document_id FROM cases.closing_ground WHERE section_id = '{section.Id}'"
            )
        );
    }

    private Document Of(Shared.Cases.Records.Section section, string title)
    {
        var document = new Document(Guid.CreateVersion7(), section.ClientId, section.Id, "plus");
        document.Begin("decision", title, "lv", null, null, app.Now, new DateOnly(2026, 4, 9));
        return document;
    }

    private Task<long> DocumentsAsync(string client) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM documents.document WHERE client_id = '{client}' AND direction = 'incoming' AND state = 'registered'"
        );

    // The smallest picture there is: one pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );
}
