using Microsoft.EntityFrameworkCore;
using Plus.Functions.Programmes.Figures;
using Plus.Functions.Programmes.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Programmes;

/// <summary>Function 2: probation programmes.</summary>
public sealed class ProgrammesModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.Programmes;

    public FigureContribution Figures => ProgrammesFigures.Contribution;

    public override IEnumerable<string> KeptAtHand => ["programmes.participation"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ProgrammeParticipationTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new ProgrammeParticipation(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct)
    {
        var facts = (await db.FindAsync<ProgrammeParticipation>([section.Id], ct))!;
        (facts.Setting, facts.Format) = (taken.Setting ?? facts.Setting, taken.Format ?? facts.Format);
        (facts.Online, facts.StartedOn, facts.EndedOn) = (taken.Online, taken.StartedOn, taken.EndedOn);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<ProgrammeParticipation>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ProgrammeParticipation>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .Join(
                db.Set<Section>(),
                f => f.SectionId,
                s => s.Id,
                (f, s) =>
                    new
                    {
                        Facts = f,
                        s.TermStartsOn,
                        s.TermEndsOn,
                    }
            )
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.Facts.SectionId,
            r => new SectionProgress([TermProgress.Line(ProgrammeKey(r.Facts.ProgrammeCode))], null, null, false)
        );
    }

    private static void Fill(ProgrammeParticipation facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.Setting = "community";
        facts.Format = "group";
        facts.StartedOn ??= opening.InForceOn;
        facts.ProgrammeCode = terms.Purpose ?? facts.ProgrammeCode;
    }

    public override string FactsHref(SectionId section) => $"/functions/programmes/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<ProgrammeParticipation>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        List<SectionFact> lines =
        [
            new("programmes.fact.programme", facts.ProgrammeCode, "programmes.programme."),
            new("programmes.fact.setting", facts.Setting, "programmes.setting."),
            new("programmes.fact.format", facts.Format, "programmes.format."),
            new("programmes.fact.online", facts.Online),
            new("programmes.fact.startedOn", facts.StartedOn),
            new("programmes.fact.endedOn", facts.EndedOn),
        ];
        return lines;
    }

    public override async Task ClosingAsync(
        PlusDb db,
        Section section,
        string outcome,
        DateOnly day,
        CancellationToken ct
    )
    {
        if (outcome != "not_started")
        {
            var facts = await db.Set<ProgrammeParticipation>().SingleAsync(f => f.SectionId == section.Id, ct);
            facts.EndedOn ??= day;
        }
    }

    // What a referral names is not always a programme of the list.
    private static string ProgrammeKey(string code) =>
        Facts.ProgrammesFactsPage.ProgrammeCodeCodes.Contains(code)
            ? "programmes.programme." + code
            : "programmes.requirement.programme";
}
