using Plus.Shared.Clients.Search;

namespace Plus.Shared.Tests.Clients.Search;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("161175-19997", "16117519997")]
    [InlineData("161175 19997", "16117519997")]
    [InlineData("16117519997", "16117519997")]
    [InlineData("161175–19997", "16117519997")]
    public void PersonalCode_AnyForm_IsOneNumber(string typed, string number) =>
        Assert.Equal(number, SearchTerms.Read(typed).Number);

    [Theory]
    [InlineData("2026-000123")]
    [InlineData("2026-123")]
    [InlineData("2026/123")]
    [InlineData("2026 000123")]
    public void CaseNumber_AnyForm_IsFound(string typed) =>
        Assert.Equal("2026-000123", SearchTerms.Read(typed).CaseNumber);

    [Theory]
    [InlineData("+371 29 123 456")]
    [InlineData("29123456")]
    [InlineData("00371-29123456")]
    public void Phone_AnyForm_IsItsLastEightDigits(string typed) =>
        Assert.Equal("29123456", SearchTerms.Read(typed).Reach);

    [Fact]
    public void Name_WithBirthDate_NarrowsByIt()
    {
        var terms = SearchTerms.Read("Bērziņš 7.3.1985");

        Assert.Equal(["berzins"], terms.NameParts);
        Assert.Equal(new DateOnly(1985, 3, 7), terms.BirthDate);
        Assert.Null(terms.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("%")]
    [InlineData("-")]
    public void TooLittle_IsNothing(string typed) => Assert.True(SearchTerms.Read(typed).IsEmpty);

    [Fact]
    public void Name_OfManyWords_KeepsFive() =>
        Assert.Equal(5, SearchTerms.Read("aaa bbb ccc ddd eee fff").NameParts.Count);
}
