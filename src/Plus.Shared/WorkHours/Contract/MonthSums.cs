using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>Which entries are summed: days from and to, both included; null for every office or host.</summary>
public sealed record MonthsAsked(DateOnly From, DateOnly To, OfficeId? Office, HostEmployerId? Host);

/// <summary>Credited minutes of a month; the day is its first.</summary>
public sealed record MonthSum(DateOnly Month, long Minutes);

/// <summary>Sums the credited minutes of one function's entries by month.</summary>
internal static class MonthSums
{
    public static async Task<IReadOnlyList<MonthSum>> OfAsync<TDay>(PlusDb db, MonthsAsked asked, CancellationToken ct)
        where TDay : WorkedDay
    {
        var days = db.Set<TDay>()
            .AsNoTracking()
            .Where(d => d.WithdrawnAt == null && d.WorkedOn >= asked.From && d.WorkedOn <= asked.To);
        if (asked.Host is { } host)
        {
            days = days.Where(d => d.HostEmployerId == host);
        }

        if (asked.Office is { } office)
        {
            days = days.Where(d => db.Set<Section>().Any(s => s.Id == d.SectionId && s.OfficeId == office));
        }

        var counted = await days.GroupBy(d => new { d.WorkedOn.Year, d.WorkedOn.Month })
            .Select(g => new
            {
                g.Key.Year,
                g.Key.Month,
                Minutes = g.Sum(d => (long)d.CreditedMinutes),
            })
            .ToListAsync(ct);
        return [.. counted.Select(c => new MonthSum(new DateOnly(c.Year, c.Month, 1), c.Minutes))];
    }
}
