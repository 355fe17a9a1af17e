using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Takeover;

/// <summary>A sound folder comes to stand in PLUS, whatever its form, and once only.</summary>
public sealed class TakenFolderTests : IAsyncLifetime
{
    private TakeoverHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TakeoverHouse.NewAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task SoundFolder_IsTakenWholeAndReconciled()
    {
        using var folder = TakeoverSample.Small().Write();

        var report = await house.TakeAsync(folder);

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Empty(report["quarantine"]!.AsArray());
        Assert.Equal(3L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(3L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section WHERE state = 'closed'"));
        Assert.Equal(
            1200L,
            await house.ScalarAsync<long>("SELECT sum(credited_minutes) FROM community_work.hours_entry")
        );
        Assert.Equal(2L, await house.ScalarAsync<long>("SELECT count(*) FROM contacts.contact"));
        Assert.Equal(
            new string('a', 64),
            await house.ScalarAsync<string>("SELECT file_hash FROM documents.document WHERE number = '7-12/345'")
        );
        Assert.Equal(
            "Vecā; \"īstā\"",
            await house.ScalarAsync<string>("SELECT surname FROM clients.client_name WHERE as_of = '2015-02-03'")
        );
        var hours = Line(report, "hours", 2019);
        Assert.Equal(
            (10L, 10L, 10L, 1200L, 1200L),
            (
                (long)hours["expected"]!,
                (long)hours["taken"]!,
                (long)hours["inDatabase"]!,
                (long)hours["minutesInFile"]!,
                (long)hours["minutesInDatabase"]!
            )
        );
        var served = report["sections"]!.AsArray().Single(s => (string?)s!["function"] == "community_work")!;
        Assert.Equal(
            ("fully_served", 2019, 1),
            ((string?)served["outcome"], (int)served["year"]!, (int)served["inDatabase"]!)
        );
    }

    [Fact]
    public async Task TakenYear_CountsInItsFigures()
    {
        using var folder = TakeoverSample.Small().Write();

        await house.TakeAsync(folder);

        Assert.Equal(1, await house.FigureAsync(2019, "sd.clients"));
        Assert.Equal(20, await house.FigureAsync(2019, "sd.hours"));
        Assert.Equal(1, await house.FigureAsync(2019, "me.processes"));
        Assert.Equal(0, await house.FigureAsync(2018, "sd.clients"));
    }

    [Fact]
    public async Task EveryRow_IsToldByAProcess()
    {
        using var folder = TakeoverSample.Small().Write();

        await house.TakeAsync(folder);

        var kinds = await house.ScalarAsync<string>(
            """
            SELECT string_agg(type || ' ' || n, ', ' ORDER BY type)
            FROM (SELECT type, count(*) AS n FROM audit.process WHERE source = 'takeover' GROUP BY type) p
            """
        );
        Assert.Equal(
            "takeover.basisTaken 3, takeover.clientTaken 3, takeover.contactTaken 2, takeover.documentTaken 1, "
                + "takeover.hoursTaken 1, takeover.personDataTaken 3, takeover.sectionTaken 3",
            kinds
        );
        Assert.Equal(
            10L,
            await house.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process, jsonb_array_elements(changes) c WHERE type = 'takeover.hoursTaken' AND c->>'record' = 'community_work.hours_entry'"
            )
        );
    }

    [Theory]
    [InlineData("CsvSemicolon")]
    [InlineData("CsvCommaWithMark")]
    public async Task SameRowsAsCsv_AreUnchanged(string form)
    {
        using var json = TakeoverSample.Small().Write();
        await house.TakeAsync(json);
        using var csv = TakeoverSample.Small();
        csv.Form = Enum.Parse<FolderForm>(form);

        var report = await house.TakeAsync(csv.Write());

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.All(
            report["counts"]!.AsArray(),
            line => Assert.Equal(((long)line!["inFile"]!, 0L), ((long)line["unchanged"]!, (long)line["taken"]!))
        );
    }

    [Fact]
    public async Task CsvAlone_LeadsToTheSameRecords()
    {
        using var json = TakeoverSample.Small().Write();
        await using var other = await TakeoverHouse.NewAsync();
        using var csv = TakeoverSample.Small();
        csv.Form = FolderForm.CsvSemicolon;
        const string sql = """
            SELECT string_agg(t, chr(10) ORDER BY t) FROM (
                SELECT surname || birth_date || citizenship AS t FROM clients.client UNION ALL
                SELECT function || opened_on || outcome || coalesce(main_article, '') || sexual_offence FROM cases.section UNION ALL
                SELECT kind || planned_at || state || coalesce(note, '') || coalesce(complied::text, '') FROM contacts.contact UNION ALL
                SELECT number || file_hash FROM documents.document UNION ALL
                SELECT worked_on::text || credited_minutes FROM community_work.hours_entry) x
            """;

        await house.TakeAsync(json);
        await other.TakeAsync(csv.Write());

        Assert.Equal(await house.ScalarAsync<string>(sql), await other.ScalarAsync<string>(sql));
    }

    [Fact]
    public async Task SecondRun_ChangesNothing()
    {
        using var folder = TakeoverSample.Small().Write();
        await house.TakeAsync(folder);
        var processes = await house.ScalarAsync<long>("SELECT count(*) FROM audit.process");

        var report = await house.TakeAsync(folder);

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.All(report["counts"]!.AsArray(), l => Assert.Equal((long)l!["inFile"]!, (long)l["unchanged"]!));
        Assert.Equal(processes, await house.ScalarAsync<long>("SELECT count(*) FROM audit.process"));
        Assert.Equal(10L, await house.ScalarAsync<long>("SELECT count(*) FROM community_work.hours_entry"));
    }

    [Fact]
    public async Task TwoFormsOfALetter_AreOne()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("clients", "k1")["givenName"] = "Ja\u0304nis";

        await house.TakeAsync(folder.Write());

        Assert.Equal(
            3L,
            await house.ScalarAsync<long>("SELECT count(*) FROM clients.client WHERE given_name = 'Jānis'")
        );
    }

    [Fact]
    public async Task DryRun_SaysTheSameAndWritesNothing()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("hours", "h3")["minutes"] = -5;
        folder.Row("clients", "k3")["caseNumber"] = null;
        folder.Write();
        var before = await house.DigestAsync();

        var dry = await house.TakeAsync(folder, dryRun: true);
        var after = await house.DigestAsync();
        var real = await house.TakeAsync(folder);

        Assert.Equal(before, after);
        Assert.True((bool)dry["dryRun"]!);
        dry["dryRun"] = real["dryRun"] = null;
        Assert.Equal(real.ToJsonString(), dry.ToJsonString());
        Assert.Equal("quarantine", (string?)real["verdict"]);
        Assert.NotEqual(after, await house.DigestAsync());
    }

    [Fact]
    public async Task OpenSection_HasItsTasks()
    {
        using var folder = TakeoverSample.Small();
        var section = folder.Row("sections", "s2");
        section["closedOn"] = section["outcome"] = null;
        section["termEndsOn"] = "2026-12-01";

        await house.TakeAsync(folder.Write());

        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM tasks.due_task"));
    }

    private static JsonNode Line(JsonObject report, string table, int year) =>
        report["counts"]!.AsArray().Single(c => (string?)c!["table"] == table && (int)c["year"]! == year)!;
}
