using Plus.Law.Calendar;
using Plus.Law.Correspondence;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Correspondence;

public sealed class AnswerDeadlinesTests
{
    private static readonly WorkingCalendar Calendar = new([]);

    [Theory]
    [Law("Iesniegumu likums 5. pants", "deadline.answer.application")]
    [InlineData("application", "2026-04-13", "2026-05-13")]
    // The end falls on a Sunday.
    [InlineData("application", "2026-05-14", "2026-06-15")]
    // There is no 31st of April.
    [InlineData("application", "2026-03-31", "2026-04-30")]
    public void Application_IsAnsweredWithinAMonth(string kind, string received, string due) =>
        Check(kind, received, due);

    [Theory]
    [Law("Administratīvā procesa likums", "deadline.answer.complaint")]
    [InlineData("complaint", "2026-04-13", "2026-05-13")]
    public void Complaint_IsAnsweredWithinAMonth(string kind, string received, string due) =>
        Check(kind, received, due);

    [Theory]
    [Law("Informācijas atklātības likums 14. pants", "deadline.answer.information_request")]
    [InlineData("informationRequest", "2026-04-14", "2026-04-29")]
    public void RequestForInformation_IsAnsweredWithinFifteenDays(string kind, string received, string due) =>
        Check(kind, received, due);

    [Theory]
    [InlineData("ruling")]
    [InlineData("notice")]
    [InlineData("unknown")]
    public void KindWithoutARule_HasNoDayOfItsOwn(string kind) =>
        Assert.Null(AnswerDeadlines.Compute(kind, new DateOnly(2026, 4, 13), LegalParameters.Embedded, Calendar));

    private static void Check(string kind, string received, string due)
    {
        var deadline = AnswerDeadlines.Compute(
            kind,
            DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture),
            LegalParameters.Embedded,
            Calendar
        );
        Assert.Equal(
            due,
            deadline!.DueOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(Standing.Unverified, deadline.Standing);
    }
}
