using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Cases.Closing;

/// <summary>Another open section of the client.</summary>
public sealed record OtherSection(SectionId Id, string Measure, DateOnly? TermEndsOn);

/// <summary>What closing a section does beyond itself, before it is done.</summary>
/// <param name="Tasks">Tasks that fall away.</param>
/// <param name="Obligations">Kinds of the obligations that end with the section.</param>
/// <param name="Requests">Applications nobody decided or followed to the end.</param>
/// <param name="Others">Open sections of the client that go on.</param>
/// <param name="FinalReport">Template of the final report; null where the measure has none.</param>
/// <param name="HasReport">A report of the section lies in its documents already.</param>
public sealed record ClosingEffect(
    IReadOnlyList<DueTaskRow> Tasks,
    IReadOnlyList<string> Obligations,
    int Requests,
    IReadOnlyList<OtherSection> Others,
    Guid? FinalReport,
    bool HasReport
)
{
    /// <summary>What the client is told: code of the text <c>cases.close.told.&lt;code&gt;</c>; null while nothing is chosen.</summary>
    public static string? Told(Section section, ProbationFunction function, string? outcome) =>
        outcome is null || ObligationKinds.RegimeOf(section.Measure) is null ? null
        : outcome == "died" ? null
        : OutcomeCodes.Find(function, outcome)?.Kind switch
        {
            OutcomeKind.Completed when outcome is "early_terminated" or "released_early" => "early",
            OutcomeKind.Completed when section.Measure == MeasureCode.ConditionalDischarge => "dischargeDone",
            OutcomeKind.Completed => "done",
            OutcomeKind.Failed => "failed",
            OutcomeKind.Other => "other",
            _ => null,
        };
}

/// <summary>Reads what closing a section that was found within reach would do.</summary>
public sealed class ClosingEffects(PlusDb db, PlusClock clock)
{
    private const string ReportTemplate = "finalReport.lv";

    public async Task<ClosingEffect> ReadAsync(Section section, CancellationToken ct)
    {
        var tasks = await db.Set<DueTaskRow>()
            .AsNoTracking()
            .Where(t => t.SectionId == section.Id)
            .OrderBy(t => t.DueOn)
            .ToListAsync(ct);
        var others = await db.Set<Section>()
            .AsNoTracking()
            .Where(s =>
                s.ClientId == section.ClientId && s.Id != section.Id && s.ClosedOn == null && s.AnnulledOn == null
            )
            .OrderBy(s => s.OpenedOn)
            .Select(s => new OtherSection(s.Id, s.Measure, s.TermEndsOn))
            .ToListAsync(ct);
        if (ObligationKinds.RegimeOf(section.Measure) is null)
        {
            return new ClosingEffect(tasks, [], 0, others, null, false);
        }

        var obligations = await db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => o.SectionId == section.Id && o.EndReason == null)
            .ToListAsync(ct);
        var requests = await db.Set<ClientRequest>()
            .CountAsync(
                r =>
                    r.SectionId == section.Id
                    && (
                        r.Outcome == null || (r.HappenedOn == null && (r.Outcome == "granted" || r.Outcome == "noted"))
                    ),
                ct
            );
        return new ClosingEffect(
            tasks,
            [.. obligations.Where(o => o.BindsOn(clock.Today)).Select(o => o.Kind)],
            requests,
            others,
            await db.Set<Template>()
                .Where(t => t.Code == ReportTemplate)
                .Select(t => (Guid?)t.Id)
                .SingleOrDefaultAsync(ct),
            await db.Set<Document>().AnyAsync(d => d.SectionId == section.Id && d.Kind == "report", ct)
        );
    }
}
