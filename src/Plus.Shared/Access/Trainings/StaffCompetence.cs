using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Assignment;
using Plus.Shared.Access.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Access.Trainings;

/// <summary>A training with its last day.</summary>
public sealed record TrainingLine(StaffTraining Training, DateOnly? ValidTo, bool IsValid);

/// <summary>Which trainings people have, and which are good today.</summary>
public sealed class StaffCompetence(PlusDb db, CurrentRules rules)
{
    /// <summary>Trainings of one person, the latest first.</summary>
    public async Task<IReadOnlyList<TrainingLine>> OfAsync(StaffId person, DateOnly today, CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var trainings = await db.Set<StaffTraining>()
            .AsNoTracking()
            .Where(t => t.StaffId == person)
            .OrderByDescending(t => t.HeldOn)
            .ThenBy(t => t.Kind)
            .ToListAsync(ct);
        return trainings.ConvertAll(t => new TrainingLine(
            t,
            StaffTrainings.ValidTo(t.Had, parameters),
            StaffTrainings.ValidOn(today, [t.Had], parameters).Count > 0
        ));
    }

    /// <summary>Kinds of training that are good today, by person; who has none is not there.</summary>
    public async Task<IReadOnlyDictionary<StaffId, IReadOnlySet<string>>> ValidAsync(
        DateOnly today,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var trainings = await db.Set<StaffTraining>().AsNoTracking().ToListAsync(ct);
        return trainings
            .GroupBy(t => t.StaffId)
            .Select(g => (g.Key, Valid: StaffTrainings.ValidOn(today, g.Select(t => t.Had), parameters)))
            .Where(p => p.Valid.Count > 0)
            .ToDictionary(p => p.Key, p => p.Valid);
    }
}
