using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Breaches;
using Plus.Law.Rules;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Breaches.Listing;

/// <summary>A violation with the steps that followed it, the latest first.</summary>
public sealed record BreachLine(Breach Breach, IReadOnlyList<BreachStep> Steps);

/// <summary>A document of the section that a step may be tied to.</summary>
public sealed record SectionDocument(Guid Id, string Kind, string? Title, string? Number, DateOnly Day);

/// <summary>Reads violations of sections within the person's reach, and asks the law where they stand.</summary>
public sealed class BreachReader(PlusDb db, StaffAccessor staff, FunctionDoors doors)
{
    /// <summary>All violations of a section already found within reach, the latest first.</summary>
    public async Task<IReadOnlyList<BreachLine>> OfSectionAsync(SectionId section, CancellationToken ct)
    {
        var breaches = await db.Set<Breach>().AsNoTracking().Where(b => b.SectionId == section).ToListAsync(ct);
        var steps = (
            await db.Set<BreachStep>().AsNoTracking().Where(s => s.SectionId == section).ToListAsync(ct)
        ).ToLookup(s => s.BreachId);
        return
        [
            .. breaches
                .OrderByDescending(b => b.OccurredOn)
                .ThenByDescending(b => b.Id)
                .Select(b => new BreachLine(b, [.. steps[b.Id].OrderByDescending(s => s.Id)])),
        ];
    }

    /// <summary>One violation within reach, tracked; null when there is none.</summary>
    public async Task<Breach?> FindAsync(Guid id, string permission, CancellationToken ct)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        return await db.Set<Breach>()
            .SingleOrDefaultAsync(b => b.Id == id && sections.Any(s => s.Id == b.SectionId), ct);
    }

    /// <summary>One step within reach, tracked; null when there is none.</summary>
    public async Task<BreachStep?> FindStepAsync(Guid id, string permission, CancellationToken ct)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        return await db.Set<BreachStep>()
            .SingleOrDefaultAsync(b => b.Id == id && sections.Any(s => s.Id == b.SectionId), ct);
    }

    /// <summary>Documents of the section that may be a warning or a submission, the newest first.</summary>
    public Task<List<SectionDocument>> DocumentsAsync(SectionId section, CancellationToken ct) =>
        db.Set<Document>()
            .AsNoTracking()
            .Where(d =>
                d.SectionId == section
                && (d.Kind == "warning" || d.Kind == "submission" || d.Kind == "report" || d.Kind == "letter")
            )
            .OrderByDescending(d => d.Id)
            .Select(d => new SectionDocument(d.Id, d.Kind, d.Title, d.Number, d.RegisteredOn))
            .ToListAsync(ct);

    /// <summary>Violations and warnings of the look-back time.</summary>
    public static BreachCount Count(IReadOnlyList<BreachLine> lines, DateOnly today, LegalParameters parameters) =>
        BreachHistory.Count(
            lines
                .Where(l => l.Breach.WithdrawnOn is null)
                .Select(l => new PastBreach(l.Breach.OccurredOn, l.Breach.Attended, l.Breach.Justified)),
            lines.SelectMany(l => Served(l)),
            today,
            parameters
        );

    /// <summary>What may follow a violation now, each with the law's answer.</summary>
    public async Task<IReadOnlyList<PossibleResponse>> ResponsesAsync(
        Section section,
        Breach breach,
        IReadOnlyList<BreachLine> all,
        DateOnly today,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var earlier = all.Where(l => l.Breach.Id != breach.Id && l.Breach.WithdrawnOn is null).SelectMany(Served);
        var monitored = Door(section) is { } door && await door.IsMonitoredAsync(db, section, breach.OccurredOn, ct);
        return BreachLadder.For(
            new BreachFacts(
                section.Measure,
                breach.OccurredOn,
                BreachHistory.WarningsBefore(breach.OccurredOn, earlier, parameters),
                breach.ExplainedOn is null ? breach.ExplanationDueOn : null,
                breach.Justified,
                monitored
            ),
            today,
            parameters
        );
    }

    /// <summary>What is left of the measure; null where its function does not reckon it.</summary>
    public async Task<RestOfMeasure?> RestAsync(
        Section section,
        DateOnly on,
        LegalParameters parameters,
        CancellationToken ct
    ) => Door(section) is { } door ? await door.RestAsync(db, section, on, parameters, ct) : null;

    public string? OutcomeWhenReplaced(Section section) => Door(section)?.OutcomeWhenReplaced(section.Measure);

    private IBreachDoor? Door(Section section) => doors.OfCode(section.Function) as IBreachDoor;

    private static IEnumerable<DateOnly> Served(BreachLine line) =>
        line
            .Steps.Where(s => s is { Response: BreachResponse.Warning, ServedOn: not null })
            .Select(s => s.ServedOn!.Value);
}
