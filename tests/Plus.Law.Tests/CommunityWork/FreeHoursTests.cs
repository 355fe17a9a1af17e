using Plus.Law.CommunityWork;

namespace Plus.Law.Tests.CommunityWork;

public sealed class FreeHoursTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("17-20", "17:00-20:00")]
    [InlineData("17:00 – 20.30, 8-12", "08:00-12:00, 17:00-20:30")]
    [InlineData("0-24", "00:00-24:00")]
    public void Times_AsPeopleTypeThem_AreRead(string typed, string written)
    {
        Assert.True(FreeHours.TryReadDay(typed, out var spans));
        Assert.Equal(written, FreeHours.Write(spans));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("20-17")]
    [InlineData("8-12, 11-13")]
    [InlineData("8-25")]
    [InlineData("8:70-9")]
    [InlineData("vakarā")]
    public void Times_ThatAreNone_AreNotRead(string typed) => Assert.False(FreeHours.TryReadDay(typed, out _));
}
