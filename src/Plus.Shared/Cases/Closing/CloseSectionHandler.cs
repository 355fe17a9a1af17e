using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Cases.Closing;

/// <summary>The document that stands behind an outcome, as typed.</summary>
/// <param name="Document">The document itself, when it lies in the case file.</param>
internal sealed record TypedGround(string? Reference, DateOnly? IssuedOn, Guid? Document = null);

/// <summary>Closes a section with an outcome, and opens a closed one again.</summary>
internal sealed class CloseSectionHandler(
    PlusDb db,
    SectionEditing editing,
    FunctionDoors doors,
    ClosingDocuments documents,
    PlusClock clock
)
{
    /// <summary>What stands against closing so; null when nothing does.</summary>
    public async Task<Refusal?> AgainstAsync(
        Section section,
        DateOnly day,
        string outcome,
        TypedGround ground,
        CancellationToken ct
    )
    {
        var door = doors.OfCode(section.Function);
        if (
            OutcomeCodes.IsKnown(door.Function, outcome)
            && !OutcomeCodes.OfMeasure(section.Measure).Any(o => o.Code == outcome)
        )
        {
            return new OutcomeOfAnotherBasis();
        }

        var verdict = SectionLifeCycle.MayClose(
            section.State,
            door.Function,
            outcome,
            section.OpenedOn,
            day,
            clock.Today
        );
        return verdict is Verdict.Refused refused
            ? new LawRefuses(refused, FieldOf(refused))
            : await door.AgainstClosingAsync(db, section, outcome, day, ct)
                ?? (
                    ClosingGrounds.Of(door.Function, outcome) is null
                        ? null
                        : Against(ground, day) ?? await documents.AgainstAsync(section, ground.Document, ct)
                );
    }

    public async Task<Outcome<Section>> CloseAsync(
        SectionId id,
        DateOnly day,
        string outcome,
        string? note,
        TypedGround ground,
        uint version,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, CasePermissions.Work, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (await AgainstAsync(section, day, outcome, ground, ct) is { } refusal)
        {
            return refusal;
        }

        await EndSuspensionAsync(section, day, ct);
        await CancelContactsAsync(section, ct);
        await doors.OfCode(section.Function).ClosingAsync(db, section, outcome, day, ct);
        section.Close(day, outcome);
        var kind = ClosingGrounds.Of(doors.OfCode(section.Function).Function, outcome);
        if (kind is not null)
        {
            db.Add(
                new ClosingGround(id, outcome, kind, ground.Reference!.Trim(), ground.IssuedOn!.Value, ground.Document)
            );
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Closed)
            {
                OnDay = day,
                Reason = note,
                LegalBasis = kind is null ? null : ground.Reference!.Trim(),
                Values = new Dictionary<string, object?>
                {
                    ["measure"] = section.Measure,
                    ["function"] = section.Function,
                    ["outcome"] = outcome,
                    ["day"] = day,
                },
            },
            ct
        );
        return done.Done ? section : done.Refusal;
    }

    public async Task<Outcome<Section>> ReopenAsync(SectionId id, string reason, uint version, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, CasePermissions.Reopen, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonIsMissing("Reason");
        }

        // Closed to Active is the law's reopening; from any other state that way is something else.
        var way = SectionLifeCycle.May(section.State, SectionState.Active);
        if (section.State != SectionState.Closed && way is Verdict.Allowed)
        {
            way = SectionLifeCycle.May(SectionState.Active, SectionState.Active);
        }

        if (way is Verdict.Refused refused)
        {
            return new LawRefuses(refused);
        }

        var was = section.Outcome;
        section.Reopen();
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Reopened)
            {
                Reason = reason.Trim(),
                Values = new Dictionary<string, object?>
                {
                    ["measure"] = section.Measure,
                    ["function"] = section.Function,
                    ["outcome"] = was,
                },
            },
            ct
        );
        return done.Done ? section : done.Refusal;
    }

    private async Task EndSuspensionAsync(Section section, DateOnly day, CancellationToken ct)
    {
        var running = await db.Set<Suspension>()
            .SingleOrDefaultAsync(s => s.SectionId == section.Id && s.To == null, ct);
        running?.End(day < running.From ? running.From : day);
    }

    private async Task CancelContactsAsync(Section section, CancellationToken ct)
    {
        var planned = await db.Set<Contact>()
            .Where(c => c.SectionId == section.Id && c.State == ContactState.Planned && c.PlannedAt > clock.Now)
            .ToListAsync(ct);
        foreach (var contact in planned)
        {
            contact.Cancel("staff", null, clock.Now);
        }
    }

    private static Refusal? Against(TypedGround ground, DateOnly day) =>
        string.IsNullOrWhiteSpace(ground.Reference) || ground.IssuedOn is null ? new ClosingGroundIsMissing()
        : ground.IssuedOn > day ? new ClosingGroundIsLater(day)
        : null;

    private static string? FieldOf(Verdict.Refused refused) =>
        refused.ReasonCode switch
        {
            ReasonCodes.ClosedBeforeOpened or ReasonCodes.ClosedInFuture => "Day",
            ReasonCodes.OutcomeMissing or ReasonCodes.OutcomeUnknownForFunction => "Outcome",
            _ => null,
        };
}

/// <summary>The outcome stands on a document: who issued it, its number and its day.</summary>
internal sealed record ClosingGroundIsMissing() : Refusal("cases.refusal.closingGroundMissing")
{
    public override string? Field => "GroundReference";
}

/// <summary>The measure cannot end so, though its function knows the outcome.</summary>
internal sealed record OutcomeOfAnotherBasis() : Refusal("cases.refusal.outcomeOfAnotherBasis")
{
    public override string? Field => "Outcome";
}

/// <summary>The document cannot be younger than the closing.</summary>
internal sealed record ClosingGroundIsLater(DateOnly Day) : Refusal("cases.refusal.closingGroundLater")
{
    public override string? Field => "GroundIssuedOn";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["day"] = Day };
}
