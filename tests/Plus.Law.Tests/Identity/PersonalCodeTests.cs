using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class PersonalCodeTests
{
    private const string Act = "Fizisko personu reģistra likums (personas kods)";

    [Theory]
    [InlineData("161175-19997")]
    [InlineData("111111-11111")]
    [InlineData("326734-12345")]
    [InlineData("39671285957")]
    [InlineData("160575-10050")] // remainder 10, read as 0
    [Law(Act, "identity.personal_code")]
    public void Code_RightInForm_HasNoWarning(string text) => Assert.Empty(PersonalCode.Parse(text).Warnings());

    [Theory]
    [InlineData("111112-11111", ReasonCodes.CheckDigitDiffers)]
    [InlineData("161375-19997", ReasonCodes.ImpossibleDate)]
    [InlineData("290201-10000", ReasonCodes.ImpossibleDate)] // 29.02.1901: no leap year
    [InlineData("010101-30000", ReasonCodes.ImpossibleDate)] // no such century
    [InlineData("991299-10000", ReasonCodes.ImpossibleDate)]
    [Law(Act, "identity.personal_code")]
    public void Code_OddInContent_IsWarnedOfAndKept(string text, string warning) =>
        Assert.Contains(warning, PersonalCode.Parse(text).Warnings());

    [Theory]
    [InlineData("161175-19997")]
    [InlineData("16117519997")]
    [InlineData("  161175 19997 ")]
    [InlineData("161175–19997")]
    [InlineData("161175\u201119997")]
    public void Code_AnyWayOfWriting_IsTheSameCode(string text)
    {
        var code = PersonalCode.Parse(text);
        Assert.Equal("16117519997", code.Digits);
        Assert.Equal("161175-19997", code.Format());
        Assert.Equal(PersonalCode.Parse("161175-19997"), code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("161175-1999")]
    [InlineData("161175-199970")]
    [InlineData("16117-519997")]
    [InlineData("161175-1999X")]
    [InlineData("١٦١١٧٥١٩٩٩٧")]
    public void Text_NotElevenDigits_IsNoCode(string? text)
    {
        Assert.False(PersonalCode.TryParse(text, out _));
        Days.MustBeRefused(PersonalCode.CheckForm(text), ReasonCodes.CodeMalformed);
    }

    [Theory]
    [InlineData("161175-19997", PersonalCodeForm.Dated)]
    [InlineData("310599-10000", PersonalCodeForm.Dated)] // "31" is a day
    [InlineData("320000-00000", PersonalCodeForm.Random)]
    [InlineData("390000-00000", PersonalCodeForm.Random)]
    public void Form_ByTheFirstTwoDigits_IsDatedOrRandom(string text, PersonalCodeForm form) =>
        Assert.Equal(form, PersonalCode.Parse(text).Form);

    [Fact]
    public void BirthDate_OfADatedCode_IsReadAndComparedWithTheGivenOne()
    {
        var code = PersonalCode.Parse("161175-19997");
        Assert.Equal(Days.D("16.11.1975"), code.BirthDate());
        Assert.Empty(code.Warnings(Days.D("16.11.1975")));
        Assert.Equal([ReasonCodes.BirthDateDiffers], code.Warnings(Days.D("17.11.1975")));
        Assert.Equal(Days.D("29.02.2004"), PersonalCode.Parse("290204-20000").BirthDate());
        Assert.Equal(Days.D("31.12.1899"), PersonalCode.Parse("311299-00000").BirthDate());
        Assert.Null(PersonalCode.Parse("326734-12345").BirthDate());
        Assert.Empty(PersonalCode.Parse("326734-12345").Warnings(Days.D("17.11.1975")));
    }

    [Fact]
    public void ToString_OfACode_DoesNotGiveItAway() =>
        Assert.DoesNotContain("16117519997", PersonalCode.Parse("161175-19997").ToString(), StringComparison.Ordinal);
}
