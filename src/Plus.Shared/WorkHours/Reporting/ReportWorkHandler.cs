using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Reporting;

/// <summary>The letter has not left yet, so the court knows nothing.</summary>
internal sealed record LetterIsNotSent() : Refusal("workHours.refusal.letterNotSent")
{
    public override string? Field => "Letter";
}

/// <summary>The letter is no report on this work.</summary>
internal sealed record LetterIsUnknown() : Refusal("workHours.refusal.letterUnknown")
{
    public override string? Field => "Letter";
}

/// <summary>What the letter tells was told by an earlier one.</summary>
internal sealed record TimeIsReported(DateOnly To) : Refusal("workHours.refusal.timeReported")
{
    public override string? Field => "Letter";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["to"] = To };
}

/// <summary>Records that the court was told how a child's work goes; the letter says by when its facts were read.</summary>
internal sealed class ReportWorkHandler(PlusDb db, SectionEditing editing, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<Unit>> ReportAsync(
        WorkDoor door,
        SectionId id,
        Guid letter,
        uint version,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, version, ct);
        if (
            section?.Measure != MeasureCode.EducationalCommunityWork
            || await door.MeasureAsync(db, id, ct) is not { } measure
        )
        {
            return new NoSuchRecord();
        }

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        var document = await Letters(db, id).SingleOrDefaultAsync(d => d.Id == letter, ct);
        if (document is null)
        {
            return new LetterIsUnknown();
        }

        var sent = await db.Set<DocumentRecipient>()
            .Where(r => r.DocumentId == letter && r.SentAt != null)
            .MinAsync(r => r.SentAt, ct);
        if (sent is not { } at)
        {
            return new LetterIsNotSent();
        }

        var to = document.DataAsOf is { } asOf ? PlusClock.DayOf(asOf) : document.RegisteredOn;
        var last = await db.Set<WorkReport>().Where(r => r.SectionId == id).MaxAsync(r => (DateOnly?)r.To, ct);
        if (last >= to)
        {
            return new TimeIsReported(last.Value);
        }

        var told = await WorkProgress.ReadAsync(db, door, measure, section.RegisteredOn, to, clock.Today, ct);
        var court = await db.Set<Basis>().Where(b => b.Id == section.BasisId).Select(b => b.IssuerName).SingleAsync(ct);
        db.Add(new WorkReport(id, court ?? "", told, PlusClock.DayOf(at), letter, staff.Current.Id));
        return await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Reported)
            {
                OnDay = PlusClock.DayOf(at),
                Subject = letter,
                Values = new Dictionary<string, object?> { ["from"] = told.From, ["to"] = told.To },
            },
            ct
        );
    }

    /// <summary>Letters of a section that can be its report: what the Service wrote as one and nobody recorded yet.</summary>
    internal static IQueryable<Document> Letters(PlusDb db, SectionId section) =>
        db.Set<Document>()
            .AsNoTracking()
            .Where(d => d.SectionId == section && d.Kind == "report" && d.Direction == DocumentDirection.Outgoing)
            .Where(d => d.State != DocumentState.Annulled)
            .Where(d => !db.Set<WorkReport>().Any(r => r.DocumentId == d.Id));
}
