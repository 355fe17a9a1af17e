using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class AccountNumberTests
{
    [Theory]
    [InlineData("LV80BANK0000435195001", "LV80BANK0000435195001")]
    [InlineData(" lv80 bank 0000 4351 9500 1 ", "LV80BANK0000435195001")]
    [InlineData("DE89370400440532013000", "DE89370400440532013000")]
    public void Number_WithItsChecksum_IsRead(string typed, string read) =>
        Assert.Equal(read, AccountNumber.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LV80BANK0000435195002")]
    [InlineData("LV80BANK00004351950010")]
    [InlineData("1280BANK0000435195001")]
    [InlineData("LV80BANK0000435195ā01")]
    public void Number_OfAnotherFormOrChecksum_IsNotRead(string? typed) => Assert.Null(AccountNumber.Read(typed));

    [Fact]
    public void Number_WithTwoDigitsExchanged_IsNotRead() => Assert.Null(AccountNumber.Read("LV80BANK0000453195001"));
}
