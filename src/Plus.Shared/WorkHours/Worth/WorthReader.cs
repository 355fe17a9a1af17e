using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Worth;

/// <summary>What is asked: whole months, of one function or of all.</summary>
internal sealed record WorthQuestion(MonthsAsked Months, string? Function);

/// <summary>A month's hours and what they are worth.</summary>
/// <param name="Tariff">Euro an hour; null when the month has none, and then it has no value.</param>
internal sealed record WorthMonth(DateOnly Month, long Minutes, decimal? Tariff, decimal? Euro);

/// <summary>The months and their sum; the sum is null when a month with hours has no tariff.</summary>
internal sealed record WorthAnswer(IReadOnlyList<WorthMonth> Months, long Minutes, decimal? Euro);

/// <summary>Counts credited hours by month and puts the month's minimum hourly tariff to them; nobody is named.</summary>
internal sealed class WorthReader(PlusDb db, FunctionDoors doors, CurrentRules rules, StaffAccessor staff)
{
    public async Task<WorthAnswer> ReadAsync(WorthQuestion asked, CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var minutes = new SortedDictionary<DateOnly, long>();
        using (staff.AsSystem("worth of hours"))
        {
            foreach (
                var door in doors.All.OfType<WorkDoor>().Where(d => asked.Function is null || d.Code == asked.Function)
            )
            {
                foreach (var (month, credited) in await door.MonthsAsync(db, asked.Months, ct))
                {
                    minutes[month] = minutes.GetValueOrDefault(month) + credited;
                }
            }
        }

        List<WorthMonth> months =
        [
            .. minutes.Select(m =>
            {
                var tariff = parameters.Find(ParameterCodes.MinimumHourlyTariff, m.Key)?.Number;
                return new WorthMonth(m.Key, m.Value, tariff, HoursValue.InEuro([(m.Key, m.Value)], parameters));
            }),
        ];
        return new WorthAnswer(
            months,
            months.Sum(m => m.Minutes),
            HoursValue.InEuro(months.Select(m => (m.Month, m.Minutes)), parameters)
        );
    }
}
