namespace Plus.Host.Demo.Plan;

/// <summary>
/// Works the hours of a year: most clients serve their sentence, the others work until the months' totals are reached.
/// What is imposed follows from what was worked, so that who is closed as served has served exactly that.
/// </summary>
/// <param name="strict">A month's total that cannot be reached is an error; off where only a part of the people is built.</param>
internal sealed class WorkPlan(int year, DateOnly today, DemoCalendar calendar, DemoRandom chance, bool strict)
{
    private const int LeastImposed = 40;
    private const int MostImposed = 280;
    private const int MostOfMonth = 44;
    private readonly WorkDays days = new(calendar, chance);
    private readonly DateOnly first = new(year, 1, 1);
    private readonly DateOnly last = new(year, 12, 31);

    /// <summary>Hours that those who serve everything may still take from each month; null where nothing is fixed.</summary>
    private int[]? room;

    /// <summary>Works the year exactly: so many hours in each month, so many of them by minors.</summary>
    public void Exactly(List<DemoRecord> records, IReadOnlyList<int> byMonth, int ofMinors)
    {
        room = [.. byMonth.Select(hours => hours * 7 / 10)];
        var minors = records.Where(r => r.Age == DemoAge.Child).ToList();
        var adults = records.Where(r => r.Age != DemoAge.Child).ToList();
        foreach (var record in adults)
        {
            if (chance.Percent(52))
            {
                Serve(record, last.AddDays(-6));
            }
            else
            {
                Fail(record);
            }
        }

        for (var month = 1; month <= 12; month++)
        {
            var childrens = (ofMinors / 12) + (month <= ofMinors % 12 ? 1 : 0);
            Fill(minors, month, childrens);
            Fill(adults, month, byMonth[month - 1] - childrens);
        }

        foreach (var record in records.Where(r => r.ImposedHours == 0))
        {
            Impose(record, today);
        }
    }

    /// <summary>Educational measures: short, two hours a day, most of them done in autumn.</summary>
    /// <param name="by">What is not done by this day is released.</param>
    public void Children(IReadOnlyList<DemoRecord> records, DateOnly by)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            var hours = i % 36 < 19 ? 10 : 13;
            days.Work(record, Later(record.RegisteredOn!.Value.AddDays(2), first.AddDays(4)), last, hours);
            if (i % 6 == 5 && last.AddDays(60) < by)
            {
                record.ImposedHours = 20;
                days.Work(record, last.AddDays(10), by.AddDays(-8), 20 - hours);
            }
            else
            {
                record.ImposedHours = hours;
            }

            Close(record, calendar.Add(record.Hours[^1].Day, 2), "fully_served");
        }
    }

    /// <summary>Works a year as it comes.</summary>
    public void Freely(IEnumerable<DemoRecord> records, DateOnly closedBy)
    {
        foreach (var record in records)
        {
            if (chance.Percent(82))
            {
                Serve(record, closedBy.AddDays(-6));
            }

            if (record.ImposedHours == 0)
            {
                Fail(record);
                var until = record.ClosedOn ?? Earlier(closedBy.AddDays(-10), record.RegisteredOn!.Value.AddDays(150));
                days.Work(record, record.RegisteredOn!.Value.AddDays(3), until, chance.Between(4, 80));
                Impose(record, closedBy);
            }
        }
    }

    /// <summary>
    /// Serves everything and is closed, if that is possible by the last day and leaves room in the months for those who
    /// do not; else nothing is done.
    /// </summary>
    private void Serve(DemoRecord record, DateOnly by)
    {
        var hours = chance.One([40, 60, 60, 80, 80, 100, 100, 120, 140, 160, 200]);
        for (var tries = 0; tries < 5; tries++)
        {
            var start = record.RegisteredOn!.Value.AddDays(chance.Between(2, 25 + (tries * 30)));
            if (record.CarriedOver && start < first.AddDays(-60))
            {
                start = first.AddDays(chance.Between(-60, 60 + (tries * 50)));
            }

            var left = days.Work(record, start, by, hours);
            if (left == 0 && record.Hours[^1].Day >= first.AddDays(2) && HasRoom(record))
            {
                record.ImposedHours = hours;
                Close(record, calendar.Add(record.Hours[^1].Day, chance.Between(1, 3)), "fully_served");
                return;
            }

            record.Hours.Clear();
        }
    }

    /// <summary>Takes the hours out of the months' room; not if a month would be overrun.</summary>
    private bool HasRoom(DemoRecord record)
    {
        if (room is null)
        {
            return true;
        }

        var asked = new int[room.Length];
        foreach (var (day, hours) in record.Hours.Where(h => h.Day >= first && h.Day <= last))
        {
            asked[day.Month - 1] += hours;
        }

        if (asked.Where((h, month) => h > room[month]).Any())
        {
            return false;
        }

        for (var month = 0; month < asked.Length; month++)
        {
            room[month] -= asked[month];
        }

        return true;
    }

    private void Fail(DemoRecord record)
    {
        var lot = chance.Below(100);
        var outcome =
            lot < 22 ? "replaced_by_short_term_imprisonment"
            : lot < 26 ? "merged_into_other_sentence"
            : lot < 28 ? "released_from_remainder"
            : null;
        var from = Later(record.RegisteredOn!.Value.AddDays(30), first.AddDays(10));
        if (outcome is not null && from < last.AddDays(-20))
        {
            Close(record, calendar.OnOrBefore(chance.Day(from.AddDays(3), last.AddDays(-5))), outcome);
        }
    }

    /// <summary>Has those who have not served work until the month's hours are reached.</summary>
    private void Fill(List<DemoRecord> records, int month, int target)
    {
        var begin = new DateOnly(year, month, 1);
        var end = begin.AddMonths(1).AddDays(-1);
        var left = target - records.Sum(r => Of(r, begin, end));
        if (left < 0 && strict)
        {
            throw new InvalidOperationException($"{-left} hours too many are served in month {month}.");
        }

        var free = records.Where(r => r.ImposedHours == 0).ToList();
        foreach (var record in free.Skip(month * 37 % Math.Max(1, free.Count)).Concat(free))
        {
            if (left <= 0)
            {
                return;
            }

            var from = Later(record.RegisteredOn!.Value.AddDays(2), begin);
            var to = Earlier(end, record.ClosedOn?.AddDays(-1) ?? end);
            var most = Math.Min(
                MostOfMonth - Of(record, begin, end),
                MostImposed - 40 - record.Hours.Sum(h => h.Hours)
            );
            if (to < from || most < 2 || Of(record, begin, end) > 0)
            {
                continue;
            }

            var hours = Math.Min(left, most);
            left -= hours - days.Work(record, from, to, hours);
        }

        if (left > 0 && strict)
        {
            throw new InvalidOperationException($"{left} hours of month {month} find nobody to work them.");
        }
    }

    /// <summary>
    /// Imposes what was worked and something more; who then has little left serves it in the next year, or is released
    /// from it on the day by which everything must have ended.
    /// </summary>
    private void Impose(DemoRecord record, DateOnly by)
    {
        var worked = record.Hours.Sum(h => h.Hours);
        if (record.ClosedOn is null && record.Age == DemoAge.Child && worked >= LeastImposed && worked % 2 == 0)
        {
            record.ImposedHours = worked;
            var served = calendar.Add(record.Hours[^1].Day, 2);
            if (served <= last && served < today)
            {
                Close(record, served, "fully_served");
                return;
            }
        }

        var more = chance.Between(1, 4) * 20;
        record.ImposedHours = Math.Clamp((worked + more + 19) / 20 * 20, LeastImposed, MostImposed);
        if (record.ClosedOn is not null)
        {
            return;
        }

        var lastWorked = record.Hours.Count == 0 ? record.RegisteredOn!.Value : record.Hours[^1].Day;
        var from = Later(lastWorked.AddDays(5), last.AddDays(4));
        if (days.Work(record, from, by.AddDays(-8), record.ImposedHours - worked) == 0)
        {
            Close(record, calendar.Add(record.Hours[^1].Day, 2), "fully_served");
        }
        else if (by < today)
        {
            Close(record, calendar.OnOrBefore(by), "released_from_remainder");
        }
    }

    private void Close(DemoRecord record, DateOnly day, string outcome)
    {
        if (day < today)
        {
            (record.ClosedOn, record.Outcome) = (day, outcome);
        }
    }

    private static int Of(DemoRecord record, DateOnly from, DateOnly to) =>
        record.Hours.Where(h => h.Day >= from && h.Day <= to).Sum(h => h.Hours);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
