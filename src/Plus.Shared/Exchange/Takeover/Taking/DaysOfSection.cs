using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>The days worked in a section so far, and what the law says of one more.</summary>
internal sealed class DaysOfSection
{
    private const int MinutesOfDay = 24 * 60;

    private readonly SectionReference _section;
    private readonly WorkMeasure _measure;
    private readonly TakeoverGround _ground;
    private readonly List<HoursEntry> _entries = [];
    private readonly HashSet<DateOnly> _days = [];

    public DaysOfSection(SectionReference section, WorkOfSection work, TakeoverGround ground)
    {
        (_section, _measure, _ground) = (section, work.Measure, ground);
        foreach (var day in work.Days)
        {
            Add(day);
        }
    }

    /// <summary>Day, credited and refused minutes of a row.</summary>
    public static (DateOnly Day, int Credited, int Refused) Of(PendingRow row) =>
        (row.Row.Day("day")!.Value, row.Row.Whole("minutes")!.Value, row.Row.Whole("refusedMinutes") ?? 0);

    public void Add(WorkedDay day)
    {
        _days.Add(day.WorkedOn);
        _entries.Add(new HoursEntry(day.WorkedOn, day.CreditedMinutes, day.RefusedMinutes));
    }

    public void Remove(WorkedDay day)
    {
        _days.Remove(day.WorkedOn);
        _entries.RemoveAll(e => e.Day == day.WorkedOn);
    }

    /// <summary>Refuses what cannot be, marks what today's law would refuse.</summary>
    public void Judge(PendingRow row)
    {
        var (day, credited, _) = Of(row);
        if (Impossible(row) is { } wrong)
        {
            row.Refuse(wrong, "minutes");
        }

        if (day < _section.BirthDate)
        {
            row.Refuse(TakeoverReasons.BeforeBirth, "day");
        }

        if (_days.Contains(day))
        {
            row.Refuse(TakeoverReasons.SecondEntryOfDay, "day", ("day", day));
        }

        if (!row.IsRefused && credited > 0)
        {
            MarkAgainstLaw(row, day, credited);
        }
    }

    /// <summary>Whether a changed row could not take the place of its entry.</summary>
    public string? WouldRefuse(PendingRow row, WorkedDay entry)
    {
        var day = Of(row).Day;
        return Impossible(row)
            ?? (day != entry.WorkedOn && _days.Contains(day) ? TakeoverReasons.SecondEntryOfDay : null)
            ?? (day < _section.BirthDate ? TakeoverReasons.BeforeBirth : null)
            ?? (
                row.Row.Text("staff") is { } staff && !_ground.Codes.Staff.ContainsKey(staff)
                    ? TakeoverReasons.StaffNotMapped
                    : null
            );
    }

    private static string? Impossible(PendingRow row)
    {
        var (_, credited, refused) = Of(row);
        return credited + refused == 0 ? TakeoverReasons.NoMinutes
            : credited + refused > MinutesOfDay ? TakeoverReasons.MoreThanADay
            : null;
    }

    private void MarkAgainstLaw(PendingRow row, DateOnly day, int credited)
    {
        var facts = new HoursFacts(_measure.ImposedMinutes, _section.RegisteredOn, _section.ClosedOn, [], _entries);
        var proposed = new ProposedHours(
            day,
            credited,
            WorkStatuses.On(_measure.WorkStatus, _section.BirthDate, day),
            _measure.ConsentsToFourHours
        );
        try
        {
            var decision = HoursRules.Judge(facts, proposed, _ground.Today, _ground.Calendar, _ground.Parameters);
            var against = decision.Verdict as Verdict.Refused ?? decision.PartRefusedBecause;
            if (against is not null)
            {
                row.Mark(against.ReasonCode);
            }
        }
        catch (LegalParameterException)
        {
            row.Mark(TakeoverMarks.LawNotKnown);
        }
    }
}
