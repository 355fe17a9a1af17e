using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Calendar;
using Plus.Law.Contacts;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Contacts;

public sealed class ContactFrequencyTests
{
    [Theory]
    [InlineData(ContactLevel.Low, "02.03.2026", "01.04.2026", 1)]
    [InlineData(ContactLevel.Medium, "02.03.2026", "17.03.2026", 2)]
    [InlineData(ContactLevel.High, "02.03.2026", "12.03.2026", 3)]
    // 30 days after 02.04.2026 is Saturday 02.05, and 01.05 is a holiday.
    [InlineData(ContactLevel.Low, "02.04.2026", "30.04.2026", 1)]
    [Law("Dienesta prakse", "contact.per_month")]
    public void Next_ByLevel_IsAWorkingDayWithinTheStep(string level, string last, string next, int perMonth)
    {
        var need = ContactFrequency.Next(level, Days.D(last), Days.Embedded, WorkingCalendar.Standard);

        Assert.Equal(Days.D(next), need.NextBy);
        Assert.Equal(perMonth, need.PerMonth);
        Assert.Equal(Standing.Unverified, need.Standing);
    }

    [Theory]
    [InlineData("01.03.2026", "30.03.2026", 2, true)]
    [InlineData("01.03.2026", "30.03.2026", 3, false)]
    // After ten days one contact of three is wanted, after nine none yet.
    [InlineData("01.03.2026", "10.03.2026", 0, true)]
    [InlineData("01.03.2026", "09.03.2026", 0, false)]
    [Law("Dienesta prakse", "contact.per_month")]
    public void HighRisk_WithTooFewContacts_IsBelow(string from, string today, int held, bool below) =>
        Assert.Equal(
            below,
            ContactFrequency.Below(ContactLevel.High, Days.D(from), Days.D(today), held, Days.Embedded)
        );

    [Fact]
    public void Number_OfNothing_IsRefused() =>
        Assert.Throws<LegalParameterException>(() =>
            ContactFrequency.Next(
                ContactLevel.Low,
                Days.D("02.03.2026"),
                Days.Override(ParameterCodes.ContactsPerMonthLow, 0),
                WorkingCalendar.Standard
            )
        );

    [Fact]
    public void Next_IsNeverBeforeTheDayAfterTheLast() =>
        Prop.ForAll(
                Gen.Choose(0, 3000).ToArbitrary(),
                days =>
                {
                    var last = Days.D("01.01.2020").AddDays(days);
                    return ContactLevel.All.All(l =>
                        ContactFrequency.Next(l, last, Days.Embedded, WorkingCalendar.Standard).NextBy > last
                    );
                }
            )
            .QuickCheckThrowOnFailure();
}
