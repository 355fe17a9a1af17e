using System.Text.Json.Nodes;
using Plus.Shared.Exchange.Takeover.Files;

namespace Plus.Shared.Tests.Takeover;

/// <summary>A folder that does not keep the contract is refused by name before its first row; differences are named.</summary>
public sealed class FolderRefusalTests : IAsyncLifetime
{
    private TakeoverHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TakeoverHouse.NewAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData(TakeoverRefusal.ManifestMissing)]
    [InlineData(TakeoverRefusal.ManifestUnreadable)]
    [InlineData(TakeoverRefusal.VersionUnknown)]
    [InlineData(TakeoverRefusal.FileMissing)]
    [InlineData(TakeoverRefusal.FileUnnamed)]
    [InlineData(TakeoverRefusal.FileChanged)]
    [InlineData(TakeoverRefusal.ColumnMissing)]
    [InlineData(TakeoverRefusal.ColumnTwice)]
    [InlineData(TakeoverRefusal.HeadingUnreadable)]
    [InlineData(TakeoverRefusal.MappingMissing)]
    [InlineData(TakeoverRefusal.MappingBroken)]
    [InlineData(TakeoverRefusal.OfficeUnknown)]
    [InlineData(TakeoverRefusal.StaffUnknown)]
    public async Task BrokenFolder_IsRefusedByName(TakeoverRefusal refusal)
    {
        using var folder = TakeoverSample.Small();
        Break(folder, refusal);
        var before = await house.DigestAsync();

        var refused = await Assert.ThrowsAsync<TakeoverRefusedException>(() => house.TakeAsync(folder));

        Assert.Equal(refusal, refused.Refusal);
        Assert.Equal(before, await house.DigestAsync());
    }

    [Fact]
    public async Task ManifestCountsMore_IsADifference()
    {
        using var folder = TakeoverSample.Small();
        folder.ChangeManifest = m => FileOf(m, "hours.jsonl")["rows"]!["2019"] = 11;

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("differs", (string?)report["verdict"]);
        Assert.Equal("manifest", (string?)Line(report, "hours", 2019)["differences"]![0]);
    }

    [Fact]
    public async Task RowWithoutAReadableDay_ExplainsTheManifest()
    {
        using var folder = TakeoverSample.Small();
        folder.ChangeManifest = m => FileOf(m, "hours.jsonl")["rows"]!["2019"] = 10;
        folder.Row("hours", "h2")["day"] = "kaut kad";

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("quarantine", (string?)report["verdict"]);
        Assert.Equal("manifestByUnreadableDay", (string?)Line(report, "hours", 2019)["differences"]![0]);
        Assert.Equal(1L, (long)Line(report, "hours", 0)["quarantined"]!);
    }

    [Fact]
    public async Task RecordGoneFromTheDatabase_IsADifference()
    {
        using var folder = TakeoverSample.Small().Write();
        await house.TakeAsync(folder);
        await house.ScalarAsync<string>(
            "UPDATE community_work.hours_entry SET withdrawn_at = now() WHERE worked_on = '2019-04-03'; SELECT 'done'"
        );

        var report = await house.TakeAsync(folder);

        Assert.Equal("differs", (string?)report["verdict"]);
        Assert.Equal("database", (string?)Line(report, "hours", 2019)["differences"]![0]);
    }

    [Fact]
    public async Task UnknownFields_AreNamedAndNotRead()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("clients", "k1")["shoeSize"] = 43;

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("clients.jsonl: shoeSize", (string?)report["ignoredFields"]!.AsArray().Single());
        Assert.Equal("reconciled", (string?)report["verdict"]);
    }

    private static void Break(TakeoverFolder folder, TakeoverRefusal refusal)
    {
        switch (refusal)
        {
            case TakeoverRefusal.ManifestMissing:
                folder.Write();
                File.Delete(Path.Combine(folder.Path, "manifest.json"));
                return;
            case TakeoverRefusal.ManifestUnreadable:
                folder.Write();
                File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "{");
                return;
            case TakeoverRefusal.VersionUnknown:
                folder.ChangeManifest = m => m["contract"] = 2;
                break;
            case TakeoverRefusal.FileMissing:
                folder.Write();
                File.Delete(folder.FileOf("hours"));
                return;
            case TakeoverRefusal.FileUnnamed:
                folder.ChangeManifest = m => FileOf(m, "hours.jsonl")["name"] = "../hours.jsonl";
                break;
            case TakeoverRefusal.FileChanged:
                folder.Write();
                File.AppendAllText(folder.FileOf("hours"), "\n");
                return;
            case TakeoverRefusal.ColumnMissing or TakeoverRefusal.ColumnTwice or TakeoverRefusal.HeadingUnreadable:
                BreakHeading(folder, refusal);
                return;
            case TakeoverRefusal.MappingMissing:
                folder.ChangeManifest = m => m["files"]!.AsArray().Remove(FileOf(m, "staff.jsonl"));
                break;
            case TakeoverRefusal.MappingBroken:
                folder.Add("staff", "id", "vecais", "userName", null);
                break;
            case TakeoverRefusal.OfficeUnknown:
                folder.Add("offices", "id", "X", "office", "NAV");
                break;
            default:
                folder.Add("staff", "id", "x", "userName", "nav.tada");
                break;
        }

        folder.Write();
    }

    private static void BreakHeading(TakeoverFolder folder, TakeoverRefusal refusal)
    {
        folder.Form = FolderForm.CsvSemicolon;
        folder.Write();
        var file = folder.FileOf("hours");
        var text = File.ReadAllText(file);
        File.WriteAllText(
            file,
            refusal switch
            {
                TakeoverRefusal.ColumnMissing => text.Replace(";minutes;", ";minutess;", StringComparison.Ordinal),
                TakeoverRefusal.ColumnTwice => text.Replace(";minutes;", ";day;", StringComparison.Ordinal),
                _ => "id;\"day\"x;minutes\r\n",
            }
        );
        folder.WriteManifest();
    }

    private static JsonObject FileOf(JsonObject manifest, string name) =>
        manifest["files"]!.AsArray().Single(f => (string?)f!["name"] == name)!.AsObject();

    private static JsonNode Line(JsonObject report, string table, int year) =>
        report["counts"]!.AsArray().Single(c => (string?)c!["table"] == table && (int)c["year"]! == year)!;
}
