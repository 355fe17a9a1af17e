using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Cases.Assigning;

/// <summary>Trainings that hold on a day.</summary>
public sealed class StaffTrainings(PlusDb db)
{
    public async Task<ILookup<StaffId, string>> ReadAsync(
        IReadOnlyCollection<StaffId> people,
        DateOnly on,
        CancellationToken ct
    ) =>
        (
            await db.Set<StaffTraining>()
                .AsNoTracking()
                .Where(t => people.Contains(t.StaffId) && t.From <= on && (t.To == null || t.To >= on))
                .Select(t => new { t.StaffId, t.Subject })
                .ToListAsync(ct)
        ).ToLookup(t => t.StaffId, t => t.Subject);

    /// <summary>Subjects of each of the people.</summary>
    public async Task<IReadOnlyDictionary<StaffId, IReadOnlyCollection<string>>> OfAsync(
        IReadOnlyCollection<StaffId> people,
        DateOnly on,
        CancellationToken ct
    )
    {
        var read = await ReadAsync(people, on, ct);
        return people.Distinct().ToDictionary(p => p, p => (IReadOnlyCollection<string>)read[p].Distinct().ToList());
    }
}
