using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Plus.Web;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Tests.Web;

public sealed class ListTests
{
    private static readonly Texts Lv = new TextCatalog([typeof(PlusWeb).Assembly]).In(PageLanguage.Latvian);

    private static readonly ListRules Rules = new("/clients", "name")
    {
        Sorts = ["opened"],
        Filters = ["office", "state"],
    };

    private static readonly Table<Row> Table = new("web.kit.table.caption")
    {
        new("name", "web.kit.table.name", r => r.Name),
        new("opened", "web.kit.table.opened", r => r.Opened),
        new("hours", "web.kit.table.hours", r => r.Minutes) { Format = "hm" },
        new("share", "web.kit.table.share", r => r.Share),
    };

    [Fact]
    public void AddressWithUnknownParts_IsReadWithoutThem()
    {
        var query = Read("?sort=password&office=riga&office=cesis&evil=1&state=a%20b&page=-3");
        Assert.Equal("name", query.Sort);
        Assert.Equal(1, query.Page);
        Assert.Equal(["riga", "cesis"], query.Codes("office"));
        Assert.Null(query.Code("state"));
        Assert.Equal("/clients?office=riga&office=cesis&page=2", query.PageHref(2));
    }

    [Fact]
    public void SortingAgainByTheSameColumn_TurnsTheOrder()
    {
        Assert.Equal("/clients?sort=name&dir=desc", Read("").SortHref("name"));
        Assert.Equal("/clients", Read("?sort=name&dir=desc").SortHref("name"));
        Assert.Equal("/clients?office=riga&sort=opened&dir=asc", Read("?office=riga&page=4").SortHref("opened"));
        Assert.True(Read("?sort=opened&dir=desc").Falls);
    }

    [Fact]
    public void RemovingOneValueOfAFilter_KeepsTheOthers()
    {
        var query = Read("?office=riga&office=cesis&state=open&typed=abc&page=3");
        Assert.Equal("/clients?office=cesis&state=open&typed=abc", query.WithoutHref("office", "riga"));
        Assert.Equal("/clients?office=riga&office=cesis&state=open", query.WithoutTypedHref);
        Assert.Equal("/clients", query.ClearHref);
    }

    [Fact]
    public void LastPage_SaysWhichRowsItShows()
    {
        var page = new ListPage<int>(Read("?page=12"), Enumerable.Range(0, 5).ToList(), 280);
        Assert.Equal((276L, 280L, 12), (page.First, page.Last, page.Pages));
        Assert.Equal(0, new ListPage<int>(Read(""), [], 0).First);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+371 20000000", "'+371 20000000")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Ābols", "Ābols")]
    public void TextThatASpreadsheetWouldRun_IsMadeHarmless(string text, string expected) =>
        Assert.Equal(expected, CsvFile.Safe(text));

    [Fact]
    public async Task CsvFile_IsWhatTheStandardSays()
    {
        using var file = new MemoryStream();
        await CsvFile.Write(file, Table, Rows(), Lv, CancellationToken.None);
        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal(
            "\uFEFFVārds, uzvārds;Sākts;Stundas;Izpilde\r\n"
                + "\"Ābele; \"\"Ā\"\"\r\nsecond\";17.04.2026;1:30;-0,5\r\n"
                + "'=HYPERLINK();;26:00;12,25\r\n",
            text
        );
    }

    [Fact]
    public async Task XlsxFile_IsValidAndHoldsNumbersAsNumbers()
    {
        using var file = new MemoryStream();
        await XlsxFile.Write(file, Table, Rows(), Lv, CancellationToken.None);
        using var document = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        Assert.Equal(12, cells.Count);
        Assert.Equal("46129", cells[5].CellValue!.Text);
        Assert.Equal("0.0625", cells[6].CellValue!.Text);
        Assert.Equal("-0.5", cells[7].CellValue!.Text);
        Assert.Equal("=HYPERLINK()", cells[8].InnerText);
        Assert.Equal(CellValues.InlineString, cells[8].DataType!.Value);
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
    }

    [Fact]
    public void ColumnLetters_GoOnAfterZ() =>
        Assert.Equal(["A", "Z", "AA", "AZ", "BA"], new[] { 1, 26, 27, 52, 53 }.Select(XlsxFile.Letters));

    private static ListQuery Read(string query) =>
        ListQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Rules);

    private static async IAsyncEnumerable<Row> Rows()
    {
        yield return new Row("Ābele; \"Ā\"\r\nsecond", new DateOnly(2026, 4, 17), 90, -0.5m);
        await Task.Yield();
        yield return new Row("=HYPERLINK()", null, 1560, 12.25m);
    }

    private sealed record Row(string Name, DateOnly? Opened, int Minutes, decimal Share);
}
