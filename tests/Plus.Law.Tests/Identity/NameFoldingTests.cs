using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Ķikuts", "kikuts")]
    [InlineData("  ČAKS ", "caks")]
    [InlineData("Āboliņš", "ABOLINS")]
    [InlineData("Anna  Marija", "anna marija")]
    [InlineData("Kalniņa–Ozola", "kalnina-ozola")]
    [InlineData("O’Hara", "o'hara")]
    [InlineData("Müller", "muller")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Strauß", "strauss")]
    [InlineData("ŽEŅA", "žeņa")]
    [InlineData("Семён", "семен")]
    [InlineData("СЕРГЕЙ", "сергей")]
    public void Fold_NamesThatAreTheSame_AreEqual(string one, string other) =>
        Assert.Equal(NameFolding.Fold(other), NameFolding.Fold(one));

    [Theory]
    [InlineData("Сергей", "Сергеи")] // й is a letter of its own
    [InlineData("Їжак", "Іжак")]
    [InlineData("Anna Marija", "Annamarija")]
    [InlineData("Jansons", "Jansone")]
    public void Fold_NamesThatDiffer_StayDifferent(string one, string other) =>
        Assert.NotEqual(NameFolding.Fold(other), NameFolding.Fold(one));

    [Fact]
    public void Clean_DecomposedLetters_AreStoredComposed()
    {
        var decomposed = "Ķikuts".Normalize(NormalizationForm.FormD);
        Assert.NotEqual("Ķikuts", decomposed);
        Assert.Equal("Ķikuts", NameFolding.Clean(decomposed));
        Assert.Equal("kikuts", NameFolding.Fold(decomposed));
    }

    [Theory]
    [InlineData(" \t ČAKS\u00A0 ", "ČAKS")]
    [InlineData("Anna \u200B  Marija", "Anna Marija")]
    [InlineData("\uFEFFJānis", "Jānis")]
    [InlineData("J\uD800ānis", "Jānis")]
    [InlineData(null, "")]
    public void Clean_BlanksAndInvisibleCharacters_AreLeftOut(string? name, string clean) =>
        Assert.Equal(clean, NameFolding.Clean(name));

    [Fact]
    public void FoldAndClean_AnyText_AreStableWhenRepeated() =>
        Prop.ForAll<string>(text =>
                NameFolding.Clean(NameFolding.Clean(text)) == NameFolding.Clean(text)
                && NameFolding.Fold(NameFolding.Fold(text)) == NameFolding.Fold(text)
                && NameFolding.Fold(NameFolding.Clean(text)) == NameFolding.Fold(text)
            )
            .QuickCheckThrowOnFailure();
}
