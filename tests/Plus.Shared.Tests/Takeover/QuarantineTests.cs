using System.Text;
using System.Text.Json.Nodes;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Tests.Takeover;

/// <summary>What cannot be is kept apart with its line and reason, and comes in once it is mended.</summary>
public sealed class QuarantineTests : IAsyncLifetime
{
    private TakeoverHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TakeoverHouse.NewAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    /// <summary>Table, row, field, value put there, reason; each alone in a folder that is otherwise sound.</summary>
    public static TheoryData<string, string, string, object?, string> Wrong =>
        new()
        {
            { "clients", "k3", "surname", null, TakeoverReasons.Missing },
            { "clients", "k3", "surname", new string('a', 2000), TakeoverReasons.TooLong },
            { "clients", "k3", "birthDate", "1975-02-30", TakeoverReasons.NoSuchDay },
            { "clients", "k3", "birthDate", "1790-01-01", TakeoverReasons.DayOutOfRange },
            { "clients", "k3", "registeredOn", "2027-01-01", TakeoverReasons.FutureDay },
            { "clients", "k3", "registeredOn", "1960-01-01", TakeoverReasons.BeforeBirth },
            { "clients", "k3", "caseNumber", "2019-0001", TakeoverReasons.CaseNumberTaken },
            { "clients", "k3", "surname", "Bēr\u0000ziņš", TakeoverReasons.UnreadableText },
            { "contacts", "c1", "time", "25:00", TakeoverReasons.NoSuchTime },
            { "contacts", "c1", "minutes", "pusstunda", TakeoverReasons.NotWhole },
            { "contacts", "c1", "complied", "jā", TakeoverReasons.NotTrueOrFalse },
            { "contacts", "c1", "day", "2026-12-24", TakeoverReasons.FutureDay },
            { "contacts", "c1", "sectionId", "s1", TakeoverReasons.OtherClient },
            { "contacts", "c1", "sectionId", "s99", TakeoverReasons.ReferenceMissing },
            { "hours", "h3", "minutes", -60, TakeoverReasons.Negative },
            { "hours", "h3", "minutes", 1500, TakeoverReasons.TooLarge },
            { "hours", "h3", "minutes", 0, TakeoverReasons.NoMinutes },
            { "hours", "h3", "refusedMinutes", 1400, TakeoverReasons.MoreThanADay },
            { "hours", "h3", "day", "2019-04-01", TakeoverReasons.SecondEntryOfDay },
            { "hours", "h3", "sectionId", "s2", TakeoverReasons.NoHoursInFunction },
            { "hours", "h3", "staff", "kāds", TakeoverReasons.StaffNotMapped },
            { "hours", "h3", "id", "h2", TakeoverReasons.IdTwice },
            { "sections", "s3", "measure", "flogging", TakeoverReasons.UnknownCode },
            { "sections", "s3", "closedOn", "2019-01-01", TakeoverReasons.EndBeforeBegin },
            { "sections", "s3", "closedOn", null, TakeoverReasons.OutcomeWithoutClosing },
            { "sections", "s3", "outcome", null, TakeoverReasons.ClosingWithoutOutcome },
            { "sections", "s3", "outcome", "fully_served", TakeoverReasons.OutcomeOfOtherFunction },
            { "sections", "s3", "office", "RIX9", TakeoverReasons.OfficeNotMapped },
            { "sections", "s3", "openedOn", "1974-01-01", TakeoverReasons.BeforeBirth },
            { "sections", "s3", "baseId", "b1", TakeoverReasons.OtherClient },
            { "bases", "b3", "offences", "175.2", TakeoverReasons.NoArticle },
            { "documents", "d1", "sha256", "abc", TakeoverReasons.NotAHash },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ImpossibleRow_IsKeptApartWithItsReason(
        string table,
        string id,
        string field,
        object? value,
        string reason
    )
    {
        using var folder = TakeoverSample.Small();
        var row = folder.Row(table, id);
        row[field] = value switch
        {
            null => null,
            int number => number,
            _ => value.ToString(),
        };
        var line = folder.RowsOf(table).IndexOf(row) + 1;

        var report = await house.TakeAsync(folder.Write());

        var kept = report["quarantine"]!.AsArray().Single(q => (string?)q!["table"] == table)!;
        Assert.Equal(line, (int)kept["line"]!);
        var why = kept["reasons"]!.AsArray().Single(r => (string?)r!["code"] == reason)!;
        Assert.DoesNotContain("[takeover", (string?)why["lv"] + (string?)why["en"], StringComparison.Ordinal);
        Assert.NotEqual("reconciled", (string?)report["verdict"]);
        Assert.Equal(
            (long)folder.RowsOf(table).Count - 1,
            report["counts"]!.AsArray().Where(c => (string?)c!["table"] == table).Sum(c => (long)c!["inDatabase"]!)
        );
    }

    [Theory]
    [InlineData("{\"id\":\"d2\",\"clientId\":\"k1\"", TakeoverReasons.NotJson)]
    [InlineData("[1]", TakeoverReasons.NotJson)]
    [InlineData("{\"id\":\"d2\"} {\"id\":\"d3\"}", TakeoverReasons.NotJson)]
    [InlineData("{\"id\":\"d2\",\"kind\":[\"letter\"]}", TakeoverReasons.NotPlain)]
    [InlineData("{\"id\":\"d2\",\"id\":\"d3\"}", TakeoverReasons.FieldTwice)]
    [InlineData("{\"id\":\"\\ud800\"}", TakeoverReasons.UnreadableText)]
    public async Task BrokenLine_HoldsNothingElseBack(string line, string reason)
    {
        using var folder = TakeoverSample.Small().Write();
        await File.AppendAllTextAsync(folder.FileOf("documents"), line, TestContext.Current.CancellationToken);

        var report = await house.TakeAsync(folder.WriteManifest());

        var kept = Assert.Single(report["quarantine"]!.AsArray())!;
        Assert.Equal((2, reason), ((int)kept["line"]!, (string?)kept["reasons"]![0]!["code"]));
        Assert.Equal("quarantine", (string?)report["verdict"]);
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM documents.document"));
    }

    [Fact]
    public async Task BrokenBytes_AreKeptApart()
    {
        using var folder = TakeoverSample.Small().Write();
        var file = folder.FileOf("documents");
        var lines = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var baltic = Encoding.Latin1.GetBytes("{\"id\":\"d2\",\"number\":\"B\u00e7rzi\u00f2\u00f0\"}\n");
        var endless = Encoding.UTF8.GetBytes("{\"id\":\"d3\",\"number\":\"" + new string('x', 2 << 20) + "\"}\n");
        await File.WriteAllBytesAsync(file, [.. baltic, .. endless, .. lines], TestContext.Current.CancellationToken);

        var report = await house.TakeAsync(folder.WriteManifest());

        Assert.Equal(
            ["1 unreadableText", "2 rowTooLong"],
            report["quarantine"]!.AsArray().Select(q => $"{q!["line"]} {q["reasons"]![0]!["code"]}")
        );
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM documents.document"));
    }

    [Fact]
    public async Task BrokenCsvRows_AreKeptApartLineByLine()
    {
        using var folder = TakeoverSample.Small();
        folder.Form = FolderForm.CsvSemicolon;
        folder.Write();
        var file = folder.FileOf("documents");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var sound = text.Split("\r\n")[1];
        await File.WriteAllTextAsync(
            file,
            text + "d2;k1\r\nd4;k\"\"1;s1\r\nd3;\"k1;s1\r\n" + sound.Replace("d1", "d5", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var report = await house.TakeAsync(folder.WriteManifest());

        Assert.Equal(
            ["3 wrongCellCount", "4 misplacedQuote", "5 openQuote"],
            report["quarantine"]!.AsArray().Select(q => $"{q!["line"]} {q["reasons"]![0]!["code"]}")
        );
        Assert.Equal(2L, await house.ScalarAsync<long>("SELECT count(*) FROM documents.document"));
    }

    [Fact]
    public async Task RowRefusedByTheDatabase_HoldsNothingElseBack()
    {
        await house.ScalarAsync<string>(
            "ALTER TABLE community_work.hours_entry ADD CONSTRAINT odd CHECK (credited_minutes <> 77); SELECT 'done'"
        );
        using var folder = TakeoverSample.Small();
        folder.Row("hours", "h7")["minutes"] = 77;

        var report = await house.TakeAsync(folder.Write());

        var kept = Assert.Single(report["quarantine"]!.AsArray())!;
        Assert.Equal(("h7", "refusedByDatabase"), ((string?)kept["id"], (string?)kept["reasons"]![0]!["code"]));
        Assert.Equal(9L, await house.ScalarAsync<long>("SELECT count(*) FROM community_work.hours_entry"));
    }

    [Fact]
    public async Task MendedRow_ComesWithWhatWaitedForIt()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("clients", "k1")["birthDate"] = "1975-13-01";
        var first = await house.TakeAsync(folder.Write());
        folder.Row("clients", "k1")["birthDate"] = "1975-01-02";

        var second = await house.TakeAsync(folder.Write());

        // The client, its identifier, document, section, ten days and one registered document.
        Assert.Equal(15, first["quarantine"]!.AsArray().Count);
        Assert.Equal("reconciled", (string?)second["verdict"]);
        Assert.Equal(10L, await house.ScalarAsync<long>("SELECT count(*) FROM community_work.hours_entry"));
        Assert.Equal(
            0L,
            await house.ScalarAsync<long>("SELECT count(*) FROM takeover.quarantined_row WHERE taken_by_run IS NULL")
        );
    }

    [Fact]
    public void EveryReason_IsTried()
    {
        string[] elsewhere =
        [
            TakeoverReasons.NotJson,
            TakeoverReasons.NotPlain,
            TakeoverReasons.FieldTwice,
            TakeoverReasons.RowTooLong,
            TakeoverReasons.OpenQuote,
            TakeoverReasons.MisplacedQuote,
            TakeoverReasons.WrongCellCount,
            TakeoverReasons.RefusedByDatabase,
            // Of corrections.
            TakeoverReasons.ReferenceChanged,
            TakeoverReasons.ChangedInPlus,
        ];

        Assert.Empty(TakeoverReasons.All.Except(Wrong.Select(w => w.Data.Item5)).Except(elsewhere));
    }
}
