using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Terms;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Cases.Terms;

/// <summary>A term, how it came about, and what it was counted from.</summary>
/// <param name="Counted">By the rules in force.</param>
/// <param name="Changes">All that was entered, withdrawn ones too, latest first.</param>
public sealed record SectionTerm(ExplainedTerm Counted, TermBasis Basis, IReadOnlyList<TermChangeRow> Changes);

/// <summary>Explains the end of a section's term, and counts it anew when something changed it.</summary>
public sealed class TermExplaining(PlusDb db, FunctionDoors doors, CurrentRules rules)
{
    /// <summary>Null when the section has no term or it waits for its first day.</summary>
    public async Task<SectionTerm?> ExplainAsync(Section section, CancellationToken ct)
    {
        var changes = await db.Set<TermChangeRow>()
            .Where(c => c.SectionId == section.Id)
            .OrderByDescending(c => c.DecidedOn)
            .ThenByDescending(c => c.Id)
            .ToListAsync(ct);
        return await ExplainAsync(section, changes, withRunning: true, ct);
    }

    /// <summary>The term as it would be with these changes; what is not saved yet may be among them.</summary>
    /// <param name="withRunning">Whether a suspension that has no end yet counts.</param>
    public async Task<SectionTerm?> ExplainAsync(
        Section section,
        IReadOnlyList<TermChangeRow> changes,
        bool withRunning,
        CancellationToken ct
    )
    {
        var inForce = await db.Set<Basis>()
            .Where(b => b.Id == section.BasisId)
            .Select(b => b.InForceOn)
            .SingleAsync(ct);
        var basis = await doors.OfCode(section.Function).TermBasisAsync(db, section.Id, inForce, ct);
        if (basis?.StartOn is not { } start)
        {
            return null;
        }

        var id = section.Id;
        await db.Set<Records.Suspension>().Where(s => s.SectionId == id).LoadAsync(ct);
        var suspensions = db.Set<Records.Suspension>().Local.Where(s => s.SectionId == id);
        List<TermChange> law =
        [
            .. changes.Where(c => c.WithdrawnOn is null).Select(c => c.ToLaw()),
            .. suspensions
                .Where(s => withRunning || s.To is not null)
                .Select(s => new TermChange.Suspended(s.From, s.To)),
        ];
        if (basis.Months is { } months)
        {
            var parameters = (await rules.ReadAsync(ct)).Parameters;
            return new SectionTerm(TermHistory.OfMonths(start, months, law, parameters), basis, changes);
        }

        return basis.LastDay is { } last && last >= start
            ? new SectionTerm(TermHistory.UntilDay(start, last, law), basis, changes)
            : null;
    }

    /// <summary>Sets the section's term anew; while a suspension runs, as if it did not.</summary>
    public async Task RecountAsync(Section section, IReadOnlyList<TermChangeRow> changes, CancellationToken ct)
    {
        if (await ExplainAsync(section, changes, withRunning: false, ct) is { } term)
        {
            section.Term(term.Counted.StartOn, term.Counted.LastDay);
        }
    }

    /// <summary>What was entered for a section; tracked.</summary>
    public Task<List<TermChangeRow>> ChangesAsync(SectionId section, CancellationToken ct) =>
        db.Set<TermChangeRow>().Where(c => c.SectionId == section).ToListAsync(ct);
}
