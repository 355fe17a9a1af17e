using System.Globalization;
using Microsoft.AspNetCore.Http;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Shared.Rules.Current;
using Plus.Web.Binding;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>A week as it was typed: what could be read, and what could not, by the name of its field.</summary>
internal sealed record TypedWeek(
    IReadOnlyList<PlannedWork> Days,
    IReadOnlyList<(string Field, string TextKey)> Wrong,
    IReadOnlyList<(string Field, string Typed)> Fields
)
{
    public static string HoursField(DateOnly day) => "Hours-" + Iso(day);

    public static string StartField(DateOnly day) => "Start-" + Iso(day);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the fields of one week; other fields are not looked at.</summary>
    public static TypedWeek Read(IFormCollection form, DateOnly monday)
    {
        var (days, wrong) = (new List<PlannedWork>(), new List<(string, string)>());
        var fields = new List<(string, string)>();
        for (var day = monday; day < monday.AddDays(7); day = day.AddDays(1))
        {
            if (!form.ContainsKey(HoursField(day)))
            {
                continue;
            }

            var (hours, start) = (form[HoursField(day)].ToString(), form[StartField(day)].ToString());
            fields.Add((HoursField(day), hours));
            fields.Add((StartField(day), start));
            var minutes = 0;
            if (hours.Trim().Length > 0 && !ForgivingHours.TryRead(hours, out minutes))
            {
                wrong.Add((HoursField(day), "web.error.hours"));
            }
            else if (minutes == 0)
            {
                days.Add(new PlannedWork(day, 0, 0));
            }
            else if (FreeHours.TryReadTime(start, out var from))
            {
                days.Add(new PlannedWork(day, from, minutes));
            }
            else
            {
                wrong.Add((StartField(day), "workHours.schedule.startWrong"));
            }
        }

        return new TypedWeek(days, wrong, fields);
    }
}

/// <summary>The plan with some days changed by hand, and what the law says of them.</summary>
/// <param name="Changed">The days that differ from what is planned; a day with no minutes is taken off the plan.</param>
/// <param name="All">Every planned day as it would stand then.</param>
/// <param name="Refused">Days that cannot be planned so.</param>
internal sealed record DaysByHand(
    IReadOnlyList<PlannedWork> Changed,
    IReadOnlyCollection<PlannedWork> All,
    IReadOnlyList<(DateOnly Day, Verdict.Refused Reason)> Refused
)
{
    /// <summary>Judges typed days beside what is planned already; saving and checking ask the same.</summary>
    public static DaysByHand Judge(PlannedSection read, IEnumerable<PlannedWork> typed, RuleSet set)
    {
        var all = read.Planned.ToDictionary(d => d.Day, d => new PlannedWork(d.Day, d.Start, d.Minutes));
        // The form sends the whole week: what stands as it was is not asked again.
        List<PlannedWork> changed =
        [
            .. typed.Where(d => all.GetValueOrDefault(d.Day) is { } was ? d != was : d.Minutes > 0),
        ];
        foreach (var day in changed)
        {
            all.Remove(day.Day);
            if (day.Minutes > 0)
            {
                all[day.Day] = day;
            }
        }

        var refused = new List<(DateOnly, Verdict.Refused)>();
        foreach (var day in changed.Where(d => d.Minutes > 0))
        {
            if (
                ScheduleGenerator.Judge(read.Request, all.Values, day, set.Calendar, set.Parameters)
                is Verdict.Refused no
            )
            {
                refused.Add((day.Day, no));
            }
        }

        return new DaysByHand(changed, all.Values, refused);
    }
}
