using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Calendar;
using Plus.Shared.Rules.Current;
using Plus.Web.Charts;
using Plus.Web.Language;
using Records = Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Calendars;

/// <summary>A year of working days: which days are off, and why.</summary>
[RequiresPermission(RulesModule.View)]
internal sealed class CalendarPage(PlusDb db, CurrentRules rules, StaffAccessor staff, PlusClock clock, Texts texts)
    : PageModel
{
    private int _year;

    public IReadOnlyList<CalendarLine> Days { get; private set; } = [];

    public int WorkingDays { get; private set; }

    public CalendarChart Chart { get; private set; } = null!;

    public string YearText => _year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public int? Before => _year > WorkingCalendar.FirstYear ? _year - 1 : null;

    public int? After => _year < WorkingCalendar.LastYear ? _year + 1 : null;

    public bool MayChange => staff.Current.May(RulesModule.Change);

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken ct)
    {
        _year = year ?? clock.Today.Year;
        if (_year is < WorkingCalendar.FirstYear or > WorkingCalendar.LastYear)
        {
            return NotFound();
        }

        var (first, last) = (new DateOnly(_year, 1, 1), new DateOnly(_year, 12, 31));
        var calendar = (await rules.ReadAsync(ct)).Calendar;
        var set = await db.Set<Records.CalendarDay>()
            .AsNoTracking()
            .Where(d => d.Day >= first && d.Day <= last)
            .ToDictionaryAsync(d => d.Day, d => d.Reason, ct);
        var all = Enumerable
            .Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(n => calendar.Explain(first.AddDays(n)))
            .ToList();
        Days =
        [
            .. all.Where(d => d.Status is not (DayStatus.Working or DayStatus.Weekend))
                .Select(d => new CalendarLine(
                    d.Day,
                    CodeConversion.CodeOf(d.Status),
                    set.GetValueOrDefault(d.Day) ?? texts["law.holiday." + d.NameCode],
                    MayChange && set.ContainsKey(d.Day) ? $"/rules/calendar/days/{d.Day:yyyy-MM-dd}/remove" : null
                )),
        ];
        WorkingDays = calendar.CountWorkingDays(first, last);
        Chart = new CalendarChart(
            texts["rules.calendar.chart"],
            first,
            last,
            [
                .. all.Where(d => d.Status != DayStatus.Working)
                    .Select(d => new CalendarDay(
                        d.Day,
                        d.Status switch
                        {
                            DayStatus.Weekend => 1,
                            DayStatus.TransferredWork => 2,
                            _ => 4,
                        },
                        texts["rules.day.status." + CodeConversion.CodeOf(d.Status)],
                        d.Status is DayStatus.TransferredWork or DayStatus.TransferredOff
                    )),
            ]
        );
        return Page();
    }
}

/// <param name="Why">The holiday's name, or the order that transferred the day.</param>
internal sealed record CalendarLine(DateOnly Day, string Status, string Why, string? RemoveHref);
