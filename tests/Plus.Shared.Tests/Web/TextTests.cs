using System.Reflection;
using Plus.Web;
using Plus.Web.Language;

namespace Plus.Shared.Tests.Web;

public sealed class TextTests
{
    private static readonly TextCatalog Catalog = new([typeof(PlusWeb).Assembly]);

    [Theory]
    [InlineData(0, "atlikušas 0 dienu")]
    [InlineData(1, "atlikusi 1 diena")]
    [InlineData(2, "atlikušas 2 dienas")]
    [InlineData(10, "atlikušas 10 dienu")]
    [InlineData(11, "atlikušas 11 dienu")]
    [InlineData(21, "atlikusi 21 diena")]
    [InlineData(111, "atlikušas 111 dienu")]
    [InlineData(122, "atlikušas 122 dienas")]
    public void LatvianCount_TakesItsForm(int days, string expected) =>
        Assert.Equal(expected, Catalog.In(PageLanguage.Latvian)["web.kit.sample.termLeft", ("days", days)]);

    [Theory]
    [InlineData(1, "1 day left")]
    [InlineData(0, "0 days left")]
    [InlineData(21, "21 days left")]
    public void EnglishCount_TakesItsForm(int days, string expected) =>
        Assert.Equal(expected, Catalog.In(PageLanguage.English)["web.kit.sample.termLeft", new { days }]);

    [Fact]
    public void Values_AreWrittenAsTheLanguageWritesThem()
    {
        var lv = Catalog.In(PageLanguage.Latvian);
        var en = Catalog.In(PageLanguage.English);
        Assert.Equal("17.04.2026", lv.Write(new DateOnly(2026, 4, 17)));
        Assert.Equal("2026. gada 17. aprīlis", lv.Write(new DateOnly(2026, 4, 17), "long"));
        Assert.Equal("17 Apr 2026", en.Write(new DateOnly(2026, 4, 17)));
        Assert.Equal("1\u00A0234\u00A0567", lv.Write(1234567));
        Assert.Equal("1,234,567", en.Write(1234567));
        Assert.Equal("12,5", lv.Write(12.5m));
        Assert.Equal("12,3\u00A0%", lv.Write(0.123m, "percent"));
        Assert.Equal("-0:05", lv.Write(-5, "hm"));
    }

    [Fact]
    public void Instant_IsShownInRigaTime() =>
        Assert.Equal(
            "01.07.2026 00:30",
            Catalog.In(PageLanguage.Latvian).Write(new DateTimeOffset(2026, 6, 30, 21, 30, 0, TimeSpan.Zero))
        );

    [Fact]
    public void MissingKey_IsShownInBrackets() =>
        Assert.Equal("[no.such.key]", Catalog.In(PageLanguage.Latvian)["no.such.key"]);

    [Fact]
    public void MissingValue_IsShownAsItsPlaceholder() =>
        Assert.Equal("Līmenis: {level}", Catalog.In(PageLanguage.Latvian)["web.layout.level"]);

    [Fact]
    public void MessageWithValues_IsResolved()
    {
        var texts = Catalog.In(PageLanguage.Latvian);
        Assert.Equal("Tekstā var būt ne vairāk kā 10 rakstzīmes", texts.Resolve("web.error.tooLong|max=10"));
        Assert.Equal("Jau vārdos", texts.Resolve("Jau vārdos"));
    }

    [Fact]
    public void EveryKeyOfTheKit_StandsInBothLanguagesWithTheSamePlaceholders()
    {
        var latvian = Catalog.Keys(PageLanguage.Latvian).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(latvian);
        Assert.Equal(latvian, Catalog.Keys(PageLanguage.English).Order(StringComparer.Ordinal));
        foreach (var key in latvian)
        {
            Assert.Equal(
                Catalog.Placeholders(PageLanguage.Latvian, key).Order(StringComparer.Ordinal),
                Catalog.Placeholders(PageLanguage.English, key).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void KeyThatStandsTwice_StopsTheStart()
    {
        var copy = new TwoFiles(
            "A/texts.lv.json",
            """{ "a.b": "viens" }""",
            "B/texts.lv.json",
            """{ "a.b": "divi" }"""
        );
        var failure = Assert.Throws<InvalidOperationException>(() => new TextCatalog([copy]));
        Assert.Contains("a.b", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceholderLeftOpen_StopsTheStart() =>
        Assert.Throws<InvalidOperationException>(() =>
            new TextCatalog([new TwoFiles("A/texts.lv.json", """{ "a": "{vārds" }""", "B/texts.lv.json", "{}")])
        );

    /// <summary>An assembly that holds two text files.</summary>
    private sealed class TwoFiles(string first, string firstText, string second, string secondText) : Assembly
    {
        public override string[] GetManifestResourceNames() => [first, second];

        public override Stream GetManifestResourceStream(string name) =>
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(name == first ? firstText : secondText));
    }
}
