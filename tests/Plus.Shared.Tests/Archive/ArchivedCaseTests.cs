using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Files.Sweeping;
using Plus.Shared.Retention.Erasing;
using Plus.Shared.Statistics.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>A case in the archive: found, read within reach alone, brought back, erased.</summary>
public sealed class ArchivedCaseTests(ArchivingApp archiving) : IClassFixture<ArchivingApp>
{
    private PlusApp App => archiving.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ArchivedCase_IsFoundAndReadWhole_ByWhoReachesItAndNobodyElse()
    {
        var section = await ArchivedAsync();
        var (own, other) = (await OfficeOfAsync(section), await App.OfficeAsync(1));
        var head = await App.LoggedInAsAsync("officeHead", own);
        var stranger = await App.LoggedInAsAsync("officeHead", other);
        var number = await App.ScalarAsync<string>(
            $"SELECT number FROM cases.client_case WHERE client_id = '{section.ClientId}'"
        );

        var found = await (await head.GetAsync("/search")).SubmitAsync(new() { ["q"] = number });
        var page = await head.GetAsync($"/clients/{section.ClientId}/file");

        Assert.Contains(section.ClientId.ToString(), found.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Lieta ir arhīvā kopš", page.Words, StringComparison.Ordinal);
        Assert.Contains("Runāts ar māti Annu Bērziņu.", page.Words, StringComparison.Ordinal);
        Assert.Contains("8:00", page.Words, StringComparison.Ordinal);
        Assert.Contains("Brīvības iela 1, Rīga", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await App.ViewsAsync(section.ClientId, "caseFile.view"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/clients/{section.ClientId}/file")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/clients/{section.ClientId}/file/export")).Status
        );
    }

    [Fact]
    public async Task ArchivesOwnWall_ShowsRowsToWhoReachesThem_AlsoAfterTheSectionChangedHands()
    {
        var section = await ArchivedAsync();
        var (own, other) = (await OfficeOfAsync(section), await App.OfficeAsync(1));

        Assert.Equal(1, await SeenThereAsync(section, own));
        Assert.Equal(0, await SeenThereAsync(section, other));
        Assert.Equal(0, await SeenThereAsync(section, null));

        await App.DoAsync($"UPDATE cases.section SET office_id = '{other}' WHERE id = '{section.Id}'");
        await App.Run().ReturnAsync(Ct);

        Assert.Equal(0, await SeenThereAsync(section, own));
        Assert.Equal(1, await SeenThereAsync(section, other));
        Assert.Equal(1L, await InArchiveAsync(section));
    }

    [Fact]
    public async Task ReopenedSection_BringsTheCaseBackByItself()
    {
        var section = await ArchivedAsync();
        var head = await App.LoggedInAsAsync("officeHead", await OfficeOfAsync(section));
        var form = await head.GetAsync($"/sections/{section.Id}/reopen");

        await form.SubmitAsync(new() { ["Input.Reason"] = "Slēgta kļūdas dēļ." });
        Assert.Equal(1, await App.Run().ReturnAsync(Ct));

        Assert.Equal(0L, await InArchiveAsync(section));
        Assert.Equal(
            1L,
            await App.ScalarAsync<long>($"SELECT count(*) FROM contacts.contact WHERE client_id = '{section.ClientId}'")
        );
        var timeline = await head.GetAsync($"/clients/{section.ClientId}/timeline");
        Assert.Contains("Lieta atgriezta no arhīva", timeline.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await App.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'archive.returned' AND client_id = '{section.ClientId}'"
            )
        );
        // It is open now, so it stays.
        await App.Run().MoveAsync(null, null, Ct);
        Assert.Equal(0L, await InArchiveAsync(section));
    }

    [Fact]
    public async Task CaseIsBroughtBack_WithAReason_ByWhoMay()
    {
        var section = await ArchivedAsync();
        var office = await OfficeOfAsync(section);
        var manager = await App.LoggedInAsAsync("caseManager", office);
        var head = await App.LoggedInAsAsync("officeHead", office);
        var path = $"/clients/{section.ClientId}/file";

        var plain = await manager.GetAsync(path);
        Assert.DoesNotContain("Atgriezt no arhīva", plain.Words, StringComparison.Ordinal);
        var page = await head.GetAsync(path);
        var empty = await page.SubmitAsync(new() { ["Reason"] = "" });
        Assert.Contains("Ierakstiet, kāpēc lieta jāatgriež.", empty.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await InArchiveAsync(section));
        await (await head.GetAsync(path)).SubmitAsync(new() { ["Reason"] = "Tiesas pieprasījums." });

        Assert.Equal(0L, await InArchiveAsync(section));
        Assert.Equal(
            "Tiesas pieprasījums.",
            await App.ScalarAsync<string>(
                $"SELECT reason FROM audit.process WHERE type = 'archive.returnAsked' AND client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task FilesOfArchivedDocuments_StayInTheStore()
    {
        var section = await ArchivedAsync();
        var file = await App.ScalarAsync<Guid>(
            $"SELECT file_id FROM archive.kept_file WHERE client_id = '{section.ClientId}'"
        );
        await App.DoAsync(
            $"UPDATE files.stored_file SET touched_at = touched_at - interval '3 days' WHERE id = '{file}'"
        );

        await App.Services.GetRequiredService<FileSweep>().RunAsync(TimeSpan.Zero, Ct);

        Assert.Equal(1L, await App.ScalarAsync<long>($"SELECT count(*) FROM files.stored_file WHERE id = '{file}'"));
    }

    [Fact]
    public async Task SubjectReport_TellsWhatRestsInTheArchive_OnThePageAndAsDocx()
    {
        var section = await ArchivedAsync();
        var number = await App.ScalarAsync<string>(
            $"SELECT number FROM cases.client_case WHERE client_id = '{section.ClientId}'"
        );
        var officer = await App.LoggedInAsAsync("dataProtectionOfficer");
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CaseNumber"] = number,
            ["Reason"] = "Iesniegums Nr. 1",
        };

        var page = await (await officer.GetAsync("/audit/subject")).SubmitAsync(fields);
        var file = await (await officer.GetAsync("/audit/subject")).SubmitAsync(fields, button: "Lejupielādēt DOCX");

        var docx = DocxText.Read(file.Bytes);
        foreach (
            var told in (string[])["Brīvības iela 1, Rīga", "8:00", "Tikšanās nodaļā", "N-", "Nostrādātās stundas"]
        )
        {
            Assert.Contains(told, page.Words, StringComparison.Ordinal);
            Assert.Contains(told, docx, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Runāts ar māti", docx, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(file.Bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(2, await App.ViewsAsync(section.ClientId, "audit.subjectReport"));
    }

    [Fact]
    public async Task ErasingAPersonOfTheArchive_LeavesNothingThere()
    {
        var section = await ArchivedAsync();
        await App.StaffAsync("officeHead");
        await App.StaffAsync("dataProtectionOfficer");
        Assert.Contains(
            await App.RowsAsync(here: false),
            r => r.Contains(section.ClientId.ToString(), StringComparison.Ordinal)
        );
        await App.DoAsync(
            $"""
            INSERT INTO retention.erasure (id, class_code, years, due_by, reason, state, proposed_by, proposed_at, decided_by, decided_at)
            SELECT '{section.Id}', 'case', 1, '2026-04-15', 'Termiņš', 'agreed', s[1], now(), s[2], now()
            FROM (SELECT array_agg(id) s FROM access.staff) people;
            INSERT INTO retention.erasure_item (erasure_id, record_id, person_id, label, since, state, rows)
            VALUES ('{section.Id}', '{section.ClientId}', '{section.ClientId}', 'x', '2020-05-01', 'waiting', 0)
            """
        );

        await using (var scope = App.Services.CreateAsyncScope())
        {
            while (await scope.ServiceProvider.GetRequiredService<ErasureRun>().SettleAsync(10, Ct) > 0) { }
        }

        Assert.Equal(
            "erased",
            await App.ScalarAsync<string>(
                $"SELECT state FROM retention.erasure_item WHERE record_id = '{section.ClientId}'"
            )
        );
        Assert.DoesNotContain(
            await App.RowsAsync(here: false),
            r => r.Contains(section.ClientId.ToString(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            await App.RowsAsync(there: false),
            r =>
                r.Contains("Runāts ar māti", StringComparison.Ordinal)
                && r.Contains(section.ClientId.ToString(), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("officeHead")]
    public async Task Others_ReachNoNumbersOfTheArchive(string role)
    {
        var browser = await App.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/archive")).Status);
    }

    [Fact]
    public async Task Administrator_SeesRuleAndNumbers_AndNobodysName()
    {
        var section = await ArchivedAsync();
        var browser = await App.LoggedInAsAsync("administrator");
        var surname = await App.ScalarAsync<string>(
            $"SELECT surname FROM clients.client WHERE id = '{section.ClientId}'"
        );

        var page = await browser.GetAsync("/archive");

        Assert.Contains("2 gadi pēc pēdējās sekcijas slēgšanas", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nav pārbaudīts", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(surname, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseWithWorkUnderWay_StaysAtHand()
    {
        var drafted = await App.ClosedCaseAsync();
        await App.DoAsync(
            $"""
            INSERT INTO documents.document (id, client_id, kind, direction, state, registered_on, language, source, last_version)
            VALUES (gen_random_uuid(), '{drafted.ClientId}', 'letter', 'outgoing', 'draft', '2020-01-01', 'lv', 'test', 0)
            """
        );
        var recent = await App.ClosedCaseAsync(closedOn: "2026-01-01");

        await App.Run().MoveAsync(null, null, Ct);

        Assert.Equal(0L, await InArchiveAsync(drafted));
        Assert.Equal(0L, await InArchiveAsync(recent));
    }

    [Fact]
    public async Task WhatFiguresCount_StaysAtHand_ButForDaysThatAreKeptAsSums()
    {
        await using var scope = App.Scope();
        var moved = scope
            .ServiceProvider.GetRequiredService<ArchivePlanner>()
            .Make()
            .Moved.Select(t => t.Name)
            .ToList();
        var asked = string.Join(
            '\n',
            Doors
                .All.All.OfType<IFigureDoor>()
                .Select(d => d.Figures)
                .SelectMany(f =>
                    f.Sections.SelectMany(s => s.Counters.Values.Append(s.Join))
                        .Concat(f.Named.SelectMany(n => n.Counters.Values.Append(n.From)))
                )
        );

        Assert.True(moved.Count > 12, string.Join(", ", moved));
        Assert.Equal([], moved.Where(m => asked.Contains(m + " ", StringComparison.Ordinal)));
        Assert.Contains("community_work.hours_entry", moved);
    }

    private async Task<Section> ArchivedAsync()
    {
        var section = await App.ClosedCaseAsync();
        await App.Run().MoveAsync(null, null, Ct);
        Assert.Equal(1L, await InArchiveAsync(section));
        return section;
    }

    private Task<long> InArchiveAsync(Section section) =>
        App.ScalarAsync<long>($"SELECT count(*) FROM archive.archived_case WHERE client_id = '{section.ClientId}'");

    private async Task<OfficeId> OfficeOfAsync(Section section) =>
        new(await App.ScalarAsync<Guid>($"SELECT office_id FROM cases.section WHERE id = '{section.Id}'"));

    private async Task<int> SeenThereAsync(Section section, OfficeId? office)
    {
        var reach = new Reach
        {
            Actor = "staff",
            Staff = StaffId.New(),
            Words = ["minors", "sexualOffence"],
            Offices = office is { } one ? [one] : [],
            Today = new DateOnly(2026, 4, 15),
        };
        await using var source = NpgsqlDataSource.Create(App.Archive!.AppConnectionString);
        await using var reached = await ReachedConnection.OpenAsync(source, reach, Ct);
        await using var command = new NpgsqlCommand(
            "SELECT (SELECT count(*) FROM contacts.contact WHERE client_id = $1)::int",
            reached.Connection
        );
        command.Parameters.AddWithValue(section.ClientId.Value);
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }
}
