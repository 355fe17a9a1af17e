using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Calendar;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Contacts.Calendar;

/// <summary>A column of the calendar: a day of the week, a person or a room.</summary>
internal sealed record CalendarColumn(string Heading, DateOnly Day, bool DayOff, Func<CalendarEntry, bool> Holds);

/// <summary>
/// The calendar of a person or of the offices: a week by days, a day by people or by rooms. A contact is moved by dragging
/// it or by its link; both lead to the form that asks who wished it.
/// </summary>
[RequiresPermission(ContactsModule.View)]
internal sealed class CalendarPage(
    PlusDb db,
    CalendarReader reader,
    CurrentRules rules,
    ViewLog views,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    private const int FirstHour = 8;
    private const int LastHour = 17;

    private static readonly StringComparer Names = StringComparer.Create(
        System.Globalization.CultureInfo.GetCultureInfo("lv-LV"),
        ignoreCase: false
    );

    /// <summary>week, people or rooms.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>own or office.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool Own => Of != "office";

    public string Shown => View is "people" or "rooms" ? View : "week";

    public DateOnly ShownDay => Day is { } day && WorkingCalendar.Holds(day) ? day : clock.Today;

    public DateOnly Today => clock.Today;

    public int Step => Shown == "week" ? 7 : 1;

    public IReadOnlyList<CalendarColumn> Columns { get; private set; } = [];

    /// <summary>The days of the week as a list: from today on, and those that are over after them.</summary>
    public IEnumerable<CalendarColumn> FromToday => Columns.OrderBy(c => c.Day < Today).ThenBy(c => c.Day);

    public IReadOnlyList<int> Hours { get; private set; } = [];

    public IReadOnlyList<CalendarEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Rooms { get; private set; } = new Dictionary<Guid, string>();

    public bool MayRecord => staff.Current.May(ContactsModule.Record);

    public bool MayManageRooms => staff.Current.May(ContactsModule.ManageRooms);

    public string Href(string? view = null, DateOnly? day = null, string? of = null) =>
        $"/calendar?view={view ?? Shown}&day={day ?? ShownDay:yyyy-MM-dd}&of={of ?? (Own ? "own" : "office")}";

    public IEnumerable<CalendarEntry> At(CalendarColumn column, int hour) =>
        Entries.Where(e => column.Holds(e) && PlusClock.LocalOf(e.At).Hour == hour);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var monday = ShownDay.AddDays(-(((int)ShownDay.DayOfWeek + 6) % 7));
        var (from, to) = Shown == "week" ? (monday, monday.AddDays(6)) : (ShownDay, ShownDay);
        Entries = await reader.ReadAsync(from, to, Own, ContactsModule.View, ct);
        await views.ListAsync(ContactsModule.View, Entries.Select(e => e.Client), ct);
        var mine = staff.Current.Offices;
        var rooms = await db.Set<Room>()
            .AsNoTracking()
            .Where(r => mine.Contains(r.OfficeId))
            .OrderBy(r => r.Name)
            .ToListAsync(ct);
        Rooms = rooms.ToDictionary(r => r.Id, r => r.Name);
        var calendar = (await rules.ReadAsync(ct)).Calendar;
        Columns =
        [
            .. Shown switch
            {
                "people" => People(calendar),
                "rooms" => InRooms(rooms, calendar),
                _ => Week(monday, calendar),
            },
        ];
        var hours = Entries.Select(e => PlusClock.LocalOf(e.At).Hour).ToList();
        var (first, last) = (Math.Min(FirstHour, hours.DefaultIfEmpty(FirstHour).Min()), LastHour);
        last = Math.Max(last, hours.DefaultIfEmpty(LastHour).Max());
        Hours = [.. Enumerable.Range(first, last - first + 1)];
    }

    private IEnumerable<CalendarColumn> Week(DateOnly monday, WorkingCalendar calendar)
    {
        for (var i = 0; i < 7; i++)
        {
            var day = monday.AddDays(i);
            var off = !calendar.IsWorkingDay(day);
            if (i < 5 || Entries.Any(e => PlusClock.DayOf(e.At) == day))
            {
                yield return new(
                    texts["contacts.calendar.weekday." + i] + " " + texts.Write(day),
                    day,
                    off,
                    e => PlusClock.DayOf(e.At) == day
                );
            }
        }
    }

    private IEnumerable<CalendarColumn> People(WorkingCalendar calendar)
    {
        var off = !calendar.IsWorkingDay(ShownDay);
        foreach (var person in Entries.GroupBy(e => (e.Staff, e.StaffName)).OrderBy(g => g.Key.StaffName ?? "", Names))
        {
            yield return new(
                person.Key.StaffName ?? texts["contacts.calendar.nobody"],
                ShownDay,
                off,
                e => e.Staff == person.Key.Staff
            );
        }
    }

    private IEnumerable<CalendarColumn> InRooms(List<Room> rooms, WorkingCalendar calendar)
    {
        var off = !calendar.IsWorkingDay(ShownDay);
        foreach (var room in rooms.Where(r => r.Active || Entries.Any(e => e.Room == r.Id)))
        {
            yield return new(room.Name, ShownDay, off, e => e.Room == room.Id);
        }

        yield return new(
            texts["contacts.calendar.noRoom"],
            ShownDay,
            off,
            e => e.Room is null || !Rooms.ContainsKey(e.Room.Value)
        );
    }
}
