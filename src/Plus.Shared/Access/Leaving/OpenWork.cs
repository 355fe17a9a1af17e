using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Access.Leaving;

/// <summary>What a person would leave behind: their open sections, by case number, and what is due in them.</summary>
internal sealed class OpenWork(PlusDb db, StaffAccessor staff)
{
    public async Task<IReadOnlyList<OpenWorkLine>> OfAsync(StaffId person, CancellationToken ct)
    {
        // Whoever ends somebody's access sees what is left behind, and no name in it.
        using var system = staff.AsSystem("open work");
        return await (
            from section in db.Set<Section>().AsNoTracking()
            join file in db.Set<Case>() on section.CaseId equals file.Id
            where section.ManagerId == person && section.ClosedOn == null && section.AnnulledOn == null
            orderby file.Number, section.OpenedOn
            select new OpenWorkLine(
                section.Id,
                section.ClientId,
                file.Number,
                section.Measure,
                section.OpenedOn,
                db.Set<DueTaskRow>().Count(t => t.SectionId == section.Id)
            )
        ).ToListAsync(ct);
    }

    /// <summary>How many sections that are.</summary>
    public async Task<int> CountAsync(StaffId person, CancellationToken ct)
    {
        using var system = staff.AsSystem("open work");
        return await db.Set<Section>()
            .CountAsync(s => s.ManagerId == person && s.ClosedOn == null && s.AnnulledOn == null, ct);
    }
}

/// <summary>An open section. No name: who hands work over needs the case's number.</summary>
internal sealed record OpenWorkLine(
    SectionId Section,
    ClientId Client,
    string CaseNumber,
    string Measure,
    DateOnly OpenedOn,
    int Tasks
);
