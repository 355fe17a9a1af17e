using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class AddressKeyTests
{
    [Theory]
    [InlineData("Brīvības iela 12-4, Rīga, LV-1010", "Rīga, brivibas ielā 12 dz. 9")]
    [InlineData("Brīvības iela 12", "BRĪVĪBAS IELA 12–7")]
    [InlineData("Brīvības iela 12 A", "Brīvības 12a")]
    [InlineData("Krišjāņa Valdemāra iela 5", "Kr. Valdemāra iela 5 k-2")]
    [InlineData("Rīga Brīvības iela 12", "Brīvības iela 12")]
    [InlineData("Brīvības bulvāris 3", "Pa Raiņa ielu līdz Brīvības bulv. 3 un atpakaļ")]
    [InlineData("1905. gada iela 3", "1905.gada iela, 3")]
    [InlineData("\"Bērzkalni\", Ādažu pag., Ādažu nov.", "Ādažu novads, Ādažu pagasts, “BĒRZKALNI”")]
    [InlineData("Rīgas autoosta", "pie Rīgas autoostas; Rīgas autoosta")]
    [InlineData("Brīvības iela 12", "Brīvības iela 12")]
    public void Address_WrittenInAnotherWay_IsTheSame(string one, string other) =>
        Assert.True(AddressKey.Of(one)!.IsMentionedIn(other));

    [Theory]
    [InlineData("Brīvības iela 12", "Brīvības iela 122")]
    [InlineData("Brīvības iela 12", "Brīvības iela 12a")]
    [InlineData("Brīvības iela 12", "Brīvības gatve 12")]
    [InlineData("Brīvības iela 12", "Miera iela 12-4, Rīga, LV-1012")]
    [InlineData("Brīvības iela 12", "Brīvības iela")]
    [InlineData("Brīvības iela 12", null)]
    [InlineData("\"Bērzkalni\", Ādažu pag.", "\"Bērzi\", Ādažu pag.")]
    public void AnotherHouse_IsAnotherAddress(string one, string? other) =>
        Assert.False(AddressKey.Of(one)!.IsMentionedIn(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ;")]
    [InlineData("Rīga")]
    [InlineData("Ādažu pag., Ādažu nov.")]
    [InlineData("LV-1010")]
    [InlineData("12")]
    public void Text_ThatNamesNoHouse_IsNoKey(string? text) => Assert.Null(AddressKey.Of(text));
}
