using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Contacts.Budget;

/// <summary>Seconds spent on recording contacts in an office.</summary>
public sealed record OfficeSeconds(string Office, int Contacts, double Median, double Slow, int Within);

/// <summary>How long it takes to record a contact: the budget is sixty seconds.</summary>
public sealed class RecordingBudget(PlusDb db, PlusClock clock)
{
    public const int Seconds = 60;
    public const int Days = 30;

    public async Task<IReadOnlyList<OfficeSeconds>> ReadAsync(CancellationToken ct)
    {
        var since = clock.Now.AddDays(-Days);
        var read = await (
            from c in db.Set<Contact>()
            join s in db.Set<Section>() on c.SectionId equals s.Id
            join o in db.Set<Office>() on s.OfficeId equals o.Id
            where c.RecordingSeconds != null && c.RecordedAt >= since
            select new { o.Name, Seconds = c.RecordingSeconds!.Value }
        ).ToListAsync(ct);
        return
        [
            .. read.GroupBy(r => r.Name, r => r.Seconds)
                .Select(g =>
                {
                    var sorted = g.Order().ToList();
                    return new OfficeSeconds(
                        g.Key,
                        sorted.Count,
                        At(sorted, 0.5),
                        At(sorted, 0.9),
                        sorted.Count(x => x <= Seconds) * 100 / sorted.Count
                    );
                })
                .OrderByDescending(o => o.Median),
        ];
    }

    private static double At(List<int> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)];
}
