using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>A duty with the name of the representative whose it is.</summary>
internal sealed record DutyLine(RepresentativeDuty Duty, string Name);

/// <summary>What is known of a child under observation beside what every section has.</summary>
internal sealed record ChildView(
    IReadOnlyList<RelatedPerson> Representatives,
    IReadOnlyList<DutyLine> Duties,
    IReadOnlyList<ChildSchool> Schools,
    IReadOnlyList<CourtReport> Reports,
    DateOnly? ReportBy
)
{
    /// <summary>What is known of school now.</summary>
    public ChildSchool? School => Schools.Count > 0 ? Schools[0] : null;
}

/// <summary>Reads what concerns the child of a section that was found within reach.</summary>
internal sealed class ChildReader(PlusDb db)
{
    public async Task<ChildView> ReadAsync(SectionId section, ClientId client, CancellationToken ct)
    {
        var people = await db.Set<RelatedPerson>().AsNoTracking().Where(p => p.ClientId == client).ToListAsync(ct);
        var duties = await db.Set<RepresentativeDuty>()
            .AsNoTracking()
            .Where(d => d.SectionId == section)
            .ToListAsync(ct);
        var schools = await db.Set<ChildSchool>().AsNoTracking().Where(s => s.SectionId == section).ToListAsync(ct);
        var reports = await db.Set<CourtReport>().AsNoTracking().Where(r => r.SectionId == section).ToListAsync(ct);
        var by = await db.Set<ObservationMeasure>()
            .Where(m => m.SectionId == section)
            .Select(m => m.ReportBy)
            .SingleOrDefaultAsync(ct);
        return new ChildView(
            [
                .. people
                    .Where(p => p.IsLegalRepresentative && p.To is null)
                    .OrderBy(p => p.Surname, StringComparer.Ordinal),
            ],
            [
                .. duties
                    .OrderBy(d => d.State != RepresentativeDuty.Open)
                    .ThenBy(d => d.DueOn ?? DateOnly.MaxValue)
                    .ThenBy(d => d.Id)
                    .Select(d => new DutyLine(
                        d,
                        people.Find(p => p.Id == d.RepresentativeId) is { } p ? p.GivenName + " " + p.Surname : ""
                    )),
            ],
            [.. schools.OrderByDescending(s => s.AsOf).ThenByDescending(s => s.Id)],
            [.. reports.OrderByDescending(r => r.SentOn).ThenByDescending(r => r.Id)],
            by
        );
    }
}
