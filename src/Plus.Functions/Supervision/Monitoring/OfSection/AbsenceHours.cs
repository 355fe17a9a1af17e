using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Storage;
using Plus.Shared.Applications.Contract;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>
/// A granted absence is a row of days in the schedule of monitoring on which nobody is expected at home. It takes the place
/// of what was permitted for these days one by one, and ends with the absence.
/// </summary>
internal sealed class AbsenceHours : IAbsenceDoor
{
    private const int LongestRoute = 300;

    public async Task AllowedAsync(PlusDb db, AllowedAbsence absence, CancellationToken ct)
    {
        var monitoring = await db.Set<ElectronicMonitoring>()
            .Where(m => m.SectionId == absence.Section && m.EndedOn == null)
            .AnyAsync(ct);
        if (!monitoring)
        {
            return;
        }

        var standing = await db.Set<PermittedHours>()
            .Where(h =>
                h.SectionId == absence.Section && h.EndedOn == null && h.OnDay >= absence.From && h.OnDay <= absence.To
            )
            .ToListAsync(ct);
        foreach (var hours in standing)
        {
            hours.End(absence.From.AddDays(-1));
        }

        var route = absence.Place.Length > LongestRoute ? absence.Place[..LongestRoute] : absence.Place;
        for (var day = absence.From; day <= absence.To; day = day.AddDays(1))
        {
            db.Add(PermittedHours.Away(absence.Section, day, route, absence.Request));
        }
    }

    public async Task EndedAsync(PlusDb db, AllowedAbsence absence, DateOnly lastDay, CancellationToken ct)
    {
        var left = await db.Set<PermittedHours>()
            .Where(h => h.RequestId == absence.Request && h.EndedOn == null && h.OnDay > lastDay)
            .ToListAsync(ct);
        foreach (var hours in left)
        {
            hours.End(lastDay);
        }
    }
}
