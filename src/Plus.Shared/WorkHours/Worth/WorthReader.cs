using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Worth;

/// <summary>What is asked: whole months, of one function or of all; the other functions are answered apart.</summary>
internal sealed record WorthQuestion(MonthsAsked Months, string? Function);

/// <summary>A month's hours and what they are worth.</summary>
/// <param name="Tariff">Euro an hour; null when the month has none, and then it has no value.</param>
internal sealed record WorthMonth(DateOnly Month, long Minutes, decimal? Tariff, decimal? Euro);

/// <summary>The hours of a function that was not asked for, in the same months.</summary>
internal sealed record WorthApart(string Function, long Minutes, decimal? Euro);

/// <summary>The months and their sum; the sum is null when a month with hours has no tariff.</summary>
/// <param name="Untariffed">Months of the period without a tariff, with hours or without.</param>
/// <param name="Valued">What the months with a tariff are worth.</param>
internal sealed record WorthAnswer(
    IReadOnlyList<WorthMonth> Months,
    long Minutes,
    decimal? Euro,
    decimal Valued,
    IReadOnlyList<DateOnly> Untariffed,
    IReadOnlyList<WorthApart> Apart
);

/// <summary>Counts credited hours by month and puts the month's minimum hourly tariff to them; nobody is named.</summary>
internal sealed class WorthReader(PlusDb db, FunctionDoors doors, CurrentRules rules, StaffAccessor staff)
{
    // The Service's hours are counted from 2005.
    private const int FirstYear = 2005;

    public async Task<WorthAnswer> ReadAsync(WorthQuestion asked, CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var minutes = new SortedDictionary<DateOnly, long>();
        var apart = new List<WorthApart>();
        using (staff.AsSystem("worth of hours"))
        {
            foreach (var door in doors.All.OfType<WorkDoor>())
            {
                var credited = await door.MonthsAsync(db, asked.Months, ct);
                if (asked.Function is not null && door.Code != asked.Function)
                {
                    apart.Add(
                        new WorthApart(
                            door.Code,
                            credited.Sum(m => m.Minutes),
                            HoursValue.InEuro(credited.Select(m => (m.Month, m.Minutes)), parameters)
                        )
                    );
                    continue;
                }

                foreach (var (month, sum) in credited)
                {
                    minutes[month] = minutes.GetValueOrDefault(month) + sum;
                }
            }
        }

        List<WorthMonth> months =
        [
            .. minutes.Select(m => new WorthMonth(
                m.Key,
                m.Value,
                Tariff(parameters, m.Key),
                HoursValue.InEuro([(m.Key, m.Value)], parameters)
            )),
        ];
        return new WorthAnswer(
            months,
            months.Sum(m => m.Minutes),
            HoursValue.InEuro(months.Select(m => (m.Month, m.Minutes)), parameters),
            months.Sum(m => m.Euro ?? 0),
            [.. MonthsOf(asked.Months.From, asked.Months.To).Where(m => Tariff(parameters, m) is null)],
            apart
        );
    }

    /// <summary>The months a sum can be made of: this year so far, else the latest whole year with all tariffs.</summary>
    public async Task<(DateOnly From, DateOnly To)> LatestAsync(DateOnly today, CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        bool Whole(DateOnly from, DateOnly to) => MonthsOf(from, to).All(m => Tariff(parameters, m) is not null);
        var begins = new DateOnly(today.Year, 1, 1);
        if (!Whole(begins, today))
        {
            for (var year = today.Year - 1; year >= FirstYear; year--)
            {
                var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
                if (Whole(from, to))
                {
                    return (from, to);
                }
            }
        }

        return (begins, today);
    }

    private static IEnumerable<DateOnly> MonthsOf(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static decimal? Tariff(LegalParameters parameters, DateOnly month) =>
        parameters.Find(ParameterCodes.MinimumHourlyTariff, month)?.Number;
}
