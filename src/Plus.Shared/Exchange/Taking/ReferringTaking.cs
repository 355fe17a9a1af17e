using System.Text;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using LawSuspension = Plus.Law.Terms.Suspension;

namespace Plus.Shared.Exchange.Taking;

/// <summary>Gives its effect to a message that is about an earlier one: a release notice, a withdrawal, a correction.</summary>
internal sealed class ReferringTaking(PlusDb db, FunctionDoors doors, CorrectionTaking corrections)
{
    /// <summary>Takes it in, or lets it wait for its original.</summary>
    /// <returns>What kind of act it became.</returns>
    public async Task<ProcessType> TakeAsync(
        IntakeMessage row,
        IntakeContent content,
        BatchGround ground,
        CancellationToken ct
    )
    {
        if (await LatestDocumentAsync(content.RefersTo!.Value, ct) is not { } document)
        {
            var received = await db.Set<IntakeMessage>()
                .AnyAsync(
                    m =>
                        m.MessageId == content.RefersTo
                        && m.State != IntakeState.Rejected
                        && m.State != IntakeState.Mended
                        && (
                            m.State == IntakeState.Accepted
                            || m.State == IntakeState.Attention
                            || m.State == IntakeState.Settled
                        )
                        && !m.Waiting,
                    ct
                );
            // The original came but founded nothing: that is for a human, waiting would be for ever.
            var reason = received ? IntakeReasons.OriginalNotAffected : IntakeReasons.WaitsForOriginal;
            row.Wait(!received);
            DocumentTaking.Become(row, [IntakeReason.Of(reason)], null);
            return received ? IntakeProcesses.NotApplied : IntakeProcesses.Waits;
        }

        row.Wait(false);
        var sections = await db.Set<Section>()
            .Where(s => s.BasisId == document.Id && s.AnnulledOn == null)
            .OrderBy(s => s.Id)
            .ToListAsync(ct);
        if (content.Kind == MessageKinds.Correction)
        {
            return await corrections.TakeAsync(row, content, document, sections, ground, ct);
        }

        var reasons = new List<IntakeReason>();
        var done =
            content.Kind == MessageKinds.Withdrawal
                ? await WithdrawAsync(sections, content, reasons, ground, ct)
                : await ReleaseAsync(document, sections, content, reasons, ground, ct);
        if (!done && reasons.Count == 0)
        {
            reasons.Add(IntakeReason.Of(IntakeReasons.OriginalNotAffected));
        }

        DocumentTaking.Become(row, reasons, document.ClientId);
        return !done ? IntakeProcesses.NotApplied
            : content.Kind == MessageKinds.Withdrawal ? IntakeProcesses.Withdrawn
            : IntakeProcesses.Released;
    }

    private async Task<bool> WithdrawAsync(
        List<Section> sections,
        IntakeContent content,
        List<IntakeReason> reasons,
        BatchGround ground,
        CancellationToken ct
    )
    {
        // Withdrawing a correction or a notice would bring back what stood before: a human decides how.
        var withdrawn = await db.Set<IntakeMessage>()
            .Where(m =>
                m.MessageId == content.RefersTo && m.State != IntakeState.Rejected && m.State != IntakeState.Mended
            )
            .Select(m => m.Kind)
            .FirstOrDefaultAsync(ct);
        if (withdrawn is null || MessageKinds.RefersToAnother(withdrawn))
        {
            return false;
        }

        var done = false;
        foreach (var section in sections)
        {
            if (section.IsOpen)
            {
                await AnnulAsync(db, section, ground, ct);
                done = true;
            }
            else
            {
                reasons.Add(IntakeReason.Of(IntakeReasons.SectionAlreadyClosed, null, ("measure", section.Measure)));
            }
        }

        return done;
    }

    /// <summary>Annuls an open section and ends who carries it out.</summary>
    public static async Task AnnulAsync(PlusDb db, Section section, BatchGround ground, CancellationToken ct)
    {
        section.Annul(ground.Today);
        foreach (
            var assignment in await db.Set<Assignment>()
                .Where(a => a.SectionId == section.Id && a.To == null)
                .ToListAsync(ct)
        )
        {
            assignment.End(ground.Today < assignment.From ? assignment.From : ground.Today);
        }

        ground.Changed.Add(section.Id);
    }

    private async Task<bool> ReleaseAsync(
        Basis document,
        List<Section> sections,
        IntakeContent notice,
        List<IntakeReason> reasons,
        BatchGround ground,
        CancellationToken ct
    )
    {
        if (await ContentAsync(db, document.MessageId, ct) is not { } original)
        {
            return false;
        }

        var released = notice.ReleasedOn!.Value;
        var terms = MessageTerms.Of(original).Open.ToList();
        var birth = await db.Set<Clients.Records.Client>()
            .Where(c => c.Id == document.ClientId)
            .Select(c => c.BirthDate)
            .SingleAsync(ct);
        var done = false;
        foreach (var section in sections.Where(s => s.IsOpen))
        {
            var measure = terms.Find(t => t.Measure == section.Measure);
            if (measure is null || !(measure.Measure == MeasureCode.Parole || measure.WithImprisonment))
            {
                continue;
            }

            terms.Remove(measure);
            measure = measure with { ReleasedOn = released };
            if (measure.Until < released)
            {
                reasons.Add(
                    IntakeReason.Of(
                        IntakeReasons.ReleasedAfterParoleEnd,
                        "releasedOn",
                        ("releasedOn", released),
                        ("until", measure.Until)
                    )
                );
                continue;
            }

            if (AttentionRules.Monitoring(measure, document.IssuedOn, ground.Parameters) is { } tooLong)
            {
                reasons.Add(tooLong);
            }

            var corrected = await OpeningOfAsync(db, section, measure, document, birth, ground, ct);
            await doors.OfCode(section.Function).CorrectAsync(db, corrected, ct);
            ground.Changed.Add(section.Id);
            done = true;
        }

        return done;
    }

    /// <summary>What a function's door needs to correct a section.</summary>
    public static async Task<OpeningSection> OpeningOfAsync(
        PlusDb db,
        Section section,
        MeasureTerms terms,
        Basis document,
        DateOnly birth,
        BatchGround ground,
        CancellationToken ct
    )
    {
        var suspensions = await db.Set<Cases.Records.Suspension>()
            .Where(s => s.SectionId == section.Id)
            .OrderBy(s => s.From)
            .ToListAsync(ct);
        return new OpeningSection(section, terms, document.InForceOn, document.IssuedOn, birth, ground.Parameters)
        {
            Suspensions = [.. suspensions.Select(s => new LawSuspension(s.From, s.To))],
            Changes =
            [
                .. (
                    await db.Set<Cases.Records.TermChangeRow>()
                        .Where(c => c.SectionId == section.Id && c.WithdrawnOn == null)
                        .ToListAsync(ct)
                ).Select(c => c.ToLaw()),
            ],
        };
    }

    /// <summary>The message that a document came with, read again.</summary>
    public static async Task<IntakeContent?> ContentAsync(PlusDb db, Guid? messageId, CancellationToken ct)
    {
        var raw = await db.Set<IntakeMessage>()
            .Where(m => m.MessageId == messageId && m.State != IntakeState.Rejected && m.State != IntakeState.Mended)
            .Select(m => m.Raw)
            .SingleOrDefaultAsync(ct);
        return raw is null ? null : MessageReader.Read(Encoding.UTF8.GetBytes(raw)).Content;
    }

    private async Task<Basis?> LatestDocumentAsync(Guid messageId, CancellationToken ct)
    {
        var document = await db.Set<Basis>().FirstOrDefaultAsync(b => b.MessageId == messageId, ct);
        while (document?.ReplacedBy is { } next)
        {
            document = await db.Set<Basis>().SingleAsync(b => b.Id == next, ct);
        }

        return document;
    }
}
