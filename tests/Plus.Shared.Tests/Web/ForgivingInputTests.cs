using Plus.Web.Binding;

namespace Plus.Shared.Tests.Web;

public sealed class ForgivingInputTests
{
    private static readonly DateOnly Today = new(2026, 4, 17);

    [Theory]
    [InlineData("1.1.26", "2026-01-01")]
    [InlineData("01.01.2026", "2026-01-01")]
    [InlineData("01.01.2026.", "2026-01-01")]
    [InlineData("01012026", "2026-01-01")]
    [InlineData("010126", "2026-01-01")]
    [InlineData("20260101", "2026-01-01")]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("1/2/2026", "2026-02-01")]
    [InlineData(" 1 2 2026 ", "2026-02-01")]
    [InlineData("1.2.", "2026-02-01")]
    [InlineData("1.2.46", "1946-02-01")]
    [InlineData("1.2.45", "2045-02-01")]
    [InlineData("29.02.2024", "2024-02-29")]
    [InlineData("šodien", "2026-04-17")]
    [InlineData("Sodien", "2026-04-17")]
    [InlineData("RĪT", "2026-04-18")]
    [InlineData("parīt", "2026-04-19")]
    [InlineData("vakar", "2026-04-16")]
    [InlineData("aizvakar", "2026-04-15")]
    [InlineData("tomorrow", "2026-04-18")]
    [InlineData("yesterday", "2026-04-16")]
    [InlineData("+14", "2026-05-01")]
    [InlineData("-1", "2026-04-16")]
    public void DateAsPeopleTypeIt_IsRead(string typed, string expected)
    {
        Assert.True(ForgivingDate.TryRead(typed, Today, out var date));
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("29.02.2023")]
    [InlineData("1.13.2026")]
    [InlineData("0.1.2026")]
    [InlineData("13")]
    [InlineData("1.1.226")]
    [InlineData("1.1.1899")]
    [InlineData("nākamnedēļ")]
    [InlineData("1.1.2026.5")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData("١.١.٢٠٢٦")]
    public void WhatIsNoDate_IsNotRead(string typed) => Assert.False(ForgivingDate.TryRead(typed, Today, out _));

    [Theory]
    [InlineData("1:30", 90)]
    [InlineData("0:05", 5)]
    [InlineData("1,5", 90)]
    [InlineData("1.5", 90)]
    [InlineData("0,25", 15)]
    [InlineData("8", 480)]
    [InlineData("90 min", 90)]
    [InlineData("90min.", 90)]
    [InlineData("1 h 30 min", 90)]
    [InlineData("2 st.", 120)]
    [InlineData("2 stundas 5 minūtes", 125)]
    [InlineData("0", 0)]
    public void HoursAsPeopleTypeThem_AreWholeMinutes(string typed, int minutes)
    {
        Assert.True(ForgivingHours.TryRead(typed, out var read));
        Assert.Equal(minutes, read);
    }

    [Theory]
    [InlineData("1:60")]
    [InlineData("1:5")]
    [InlineData("0,01")]
    [InlineData("-1")]
    [InlineData("daudz")]
    [InlineData("")]
    [InlineData("1:30:00")]
    public void WhatIsNoTime_IsNotRead(string typed) => Assert.False(ForgivingHours.TryRead(typed, out _));
}
