using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;

namespace Plus.Functions.Supervision.Opening;

/// <summary>Electronic monitoring as the founding document orders it.</summary>
internal static class MonitoringOrder
{
    /// <summary>What was only ordered follows the corrected document; what has begun stays what it is.</summary>
    /// <param name="months">Months ordered now; null for none.</param>
    public static async Task CorrectAsync(PlusDb db, SectionId section, int? months, CancellationToken ct)
    {
        var planned = await db.Set<ElectronicMonitoring>()
            .Where(m => m.SectionId == section && m.AttachedOn == null && m.EndedOn == null)
            .ToListAsync(ct);
        if (planned.Exists(m => m.Months == months))
        {
            return;
        }

        db.RemoveRange(planned);
        var begun = await db.Set<ElectronicMonitoring>()
            .AnyAsync(m => m.SectionId == section && m.AttachedOn != null, ct);
        if (months is { } ordered && !begun)
        {
            db.Add(new ElectronicMonitoring(section, ordered));
        }
    }

    /// <summary>The latest monitoring of a section in lines to show; none when none was ordered.</summary>
    public static async Task<IReadOnlyList<SectionFact>> FactsAsync(PlusDb db, SectionId section, CancellationToken ct)
    {
        var monitoring = await db.Set<ElectronicMonitoring>()
            .AsNoTracking()
            .Where(m => m.SectionId == section)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(ct);
        return monitoring is null
            ? []
            :
            [
                new("supervision.fact.monitoring", true) { Href = $"/functions/supervision/{section}/monitoring" },
                new("supervision.fact.monitoringMonths", monitoring.Months),
                new("supervision.fact.attachedOn", monitoring.AttachedOn),
                new("supervision.fact.endedOn", monitoring.EndedOn),
                new("supervision.fact.courtSubmission", monitoring.CourtSubmission),
            ];
    }

    /// <summary>What the system before knew of the sentence and its monitoring.</summary>
    public static async Task TakeOverAsync(PlusDb db, SectionId section, TakenFacts taken, CancellationToken ct)
    {
        var sentence = (await db.FindAsync<SupervisionSentence>([section], ct))!;
        sentence.VictimIdentified = taken.VictimIdentified;
        if (taken.MonitoringFrom is null)
        {
            return;
        }

        var added = db.ChangeTracker.Entries<ElectronicMonitoring>().Select(e => e.Entity);
        var monitoring =
            added.FirstOrDefault(m => m.SectionId == section)
            ?? await db.Set<ElectronicMonitoring>().FirstOrDefaultAsync(m => m.SectionId == section, ct);
        monitoring?.Correct(monitoring.Months, taken.MonitoringFrom, taken.MonitoringTo, taken.MonitoringToCourt);
    }
}
