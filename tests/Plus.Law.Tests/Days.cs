using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Law.Tests.Texts;

namespace Plus.Law.Tests;

internal static class Days
{
    public static readonly WorkingCalendar Standard = WorkingCalendar.Standard;
    public static readonly LegalParameters Embedded = LegalParameters.Embedded;

    public static DateOnly D(string day) => DateOnly.ParseExact(day, "dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static DateOnly? MaybeD(string? day) => day is null ? null : D(day);

    /// <summary>Days far enough inside the years held for any deadline counted here.</summary>
    public static Arbitrary<DateOnly> Within(int firstYear = 2005, int lastYear = 2034) =>
        Gen.Choose(new DateOnly(firstYear, 1, 1).DayNumber, new DateOnly(lastYear, 12, 31).DayNumber)
            .Select(DateOnly.FromDayNumber)
            .ToArbitrary();

    public static Arbitrary<int> Numbers(int low, int high) => Gen.Choose(low, high).ToArbitrary();

    public static LegalParameters Override(string code, decimal value, string from = "01.01.2005") =>
        Embedded.With([Parameter(code, value, null, from)]);

    public static LegalParameters Override(string code, string text) =>
        Embedded.With([Parameter(code, null, text, "01.01.2005")]);

    public static LegalParameter Parameter(string code, decimal? value, string? text, string from, string? to = null)
    {
        var model = Embedded.History(code)[0];
        return model with
        {
            Value = value,
            Text = text,
            ValidFrom = D(from),
            ValidTo = MaybeD(to),
            Standing = Standing.Confirmed,
        };
    }

    /// <summary>A refusal with this code, whose texts in both languages find every value they name.</summary>
    public static Verdict.Refused MustBeRefused(Verdict? verdict, string reasonCode)
    {
        var refused = Assert.IsType<Verdict.Refused>(verdict);
        Assert.Equal(reasonCode, refused.ReasonCode);
        LawTexts.MustFind($"law.reason.{reasonCode}", refused.Values.Keys);
        return refused;
    }
}
