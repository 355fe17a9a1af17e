using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Terms;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Cases.Terms;

/// <summary>Enters what changes a term, and withdraws what was entered in error; the end moves with it.</summary>
internal sealed class ChangeTermHandler(
    PlusDb db,
    SectionEditing editing,
    TermExplaining terms,
    CurrentRules rules,
    PlusClock clock
)
{
    public static readonly ProcessType Changed = new("cases.termChanged", OnTimeline: true);
    public static readonly ProcessType Withdrawn = new("cases.termChangeWithdrawn", OnTimeline: true);

    public async Task<Outcome<Unit>> ChangeAsync(SectionId id, TermChangeRow row, uint version, CancellationToken ct)
    {
        if (await editing.FindAsync(id, CasePermissions.Work, version, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        if (row.DecidedOn > clock.Today)
        {
            return new DayIsInFuture("DecidedOn");
        }

        var parameters = (await rules.ReadAsync(ct)).Parameters;
        if (
            row is { Kind: TermChangeRow.Extended, Months: { } months }
            && section.Measure == MeasureCode.SuspendedSentence
            && TermLimits.Extension(months, row.DecidedOn, parameters) is Verdict.Refused over
        )
        {
            return new LawRefuses(over, "Months");
        }

        var changes = await terms.ChangesAsync(id, ct);
        if (await terms.ExplainAsync(section, [.. changes, row], withRunning: false, ct) is not { } term)
        {
            return new TermDoesNotRun();
        }

        if (row.LastDay is { } last && last < term.Counted.StartOn)
        {
            return new DayIsTooEarly("LastDay", term.Counted.StartOn);
        }

        if (term.Counted.LastDay < term.Counted.StartOn)
        {
            return new TermWouldBeEmpty();
        }

        var before = section.TermEndsOn;
        db.Add(row);
        section.Term(term.Counted.StartOn, term.Counted.LastDay);
        return await editing.CommitAsync(section, Start(Changed, row, before, section), ct);
    }

    public async Task<Outcome<Unit>> WithdrawAsync(
        SectionId id,
        Guid change,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, CasePermissions.Work, version, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        var changes = await terms.ChangesAsync(id, ct);
        if (changes.Find(c => c.Id == change) is not { WithdrawnOn: null } row)
        {
            return new NoSuchRecord();
        }

        var before = section.TermEndsOn;
        row.Withdraw(clock.Today);
        await terms.RecountAsync(section, changes, ct);
        return await editing.CommitAsync(section, Start(Withdrawn, row, before, section) with { Reason = reason }, ct);
    }

    private static ProcessStart Start(ProcessType type, TermChangeRow row, DateOnly? before, Section section) =>
        new(type)
        {
            Subject = row.Id,
            OnDay = row.DecidedOn,
            LegalBasis = row.Document,
            Values = new Dictionary<string, object?>
            {
                ["change"] = row.Kind,
                ["from"] = before,
                ["to"] = section.TermEndsOn,
            },
        };
}

/// <summary>The term waits for its first day, or the function gives the section none.</summary>
internal sealed record TermDoesNotRun() : Refusal("cases.term.doesNotRun");

/// <summary>More days would be counted in than the term has.</summary>
internal sealed record TermWouldBeEmpty() : Refusal("cases.term.wouldBeEmpty")
{
    public override string Field => "Days";
}
