using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Taking;

/// <summary>
/// Puts a corrected document in the place of the first one: the sections stay what they are and are corrected in place,
/// what the correction no longer imposes is annulled, what it newly imposes is opened. Nothing is deleted from history.
/// </summary>
internal sealed class CorrectionTaking(PlusDb db, FunctionDoors doors, DocumentTaking documents)
{
    private readonly PersonTaking _people = new(db);

    /// <summary>Set by a human's decision: the person is this client, whatever the matching says.</summary>
    public ClientId? Decided { get; set; }

    public async Task<ProcessType> TakeAsync(
        IntakeMessage row,
        IntakeContent content,
        Basis document,
        List<Section> sections,
        BatchGround ground,
        CancellationToken ct
    )
    {
        var known = await KnownPeople.LoadAsync(db, [content.Person!], [document.ClientId], ground.SexualArticles, ct);
        var sure = known.Decide(content.Person!) switch
        {
            MatchDecision<ClientId>.SameClient same => same.Key == document.ClientId,
            MatchDecision<ClientId>.SameClientNewSurname same => same.Key == document.ClientId,
            _ => false,
        };
        if (!sure && Decided != document.ClientId)
        {
            var doubt = IntakeReason.Of(
                IntakeReasons.OtherPersonInCorrection,
                "person",
                ("client", document.ClientId.Value)
            );
            row.Become(IntakeState.MatchToConfirm, [doubt.Code], IntakeReason.Write([doubt]), null);
            return IntakeProcesses.MatchAsked;
        }

        var terms = MessageTerms.Of(content);
        var who = known[document.ClientId];
        var reasons = AttentionRules.Of(content, terms, who.HasRepresentative, ground.Map, ground.Parameters);
        _people.Apply(who, content, corrects: true);
        var (corrected, offences) = documents.AddBasis(content, who.Client.Id);
        document.ReplaceBy(corrected.Id);
        var place = documents.PlaceOf(who, ground);
        var left = terms.Open.ToList();
        var released = await ReleasedOnAsync(document, ct);
        foreach (var (section, measure) in Pair(sections, left))
        {
            await CorrectAsync(section, measure, corrected, offences, place, who, released, reasons, ground, ct);
        }

        documents.OpenAll(left, who.Client, corrected, offences, place, ground);
        if (DocumentTaking.NoOffice(place, terms, reasons) is { } noOffice)
        {
            reasons.Add(noOffice);
        }

        DocumentTaking.Become(row, reasons, who.Client.Id);
        return IntakeProcesses.Corrected;
    }

    // The same measures first; then, in their order, one kind in the place of another. What is paired leaves the list.
    private static List<(Section Section, MeasureTerms? Measure)> Pair(List<Section> sections, List<MeasureTerms> left)
    {
        var pairs = new Dictionary<Section, MeasureTerms?>();
        foreach (var section in sections)
        {
            var same = left.Find(t => t.Measure == section.Measure);
            if (same is not null && left.Remove(same))
            {
                pairs[section] = same;
            }
        }

        foreach (var section in sections.Where(s => !pairs.ContainsKey(s)))
        {
            var other = section.IsOpen ? left.FirstOrDefault() : null;
            pairs[section] = other;
            if (other is not null)
            {
                left.Remove(other);
            }
        }

        return [.. sections.Select(s => (s, pairs[s]))];
    }

    private async Task CorrectAsync(
        Section section,
        MeasureTerms? measure,
        Basis corrected,
        IReadOnlyList<BasisOffence> offences,
        OpeningPlace place,
        KnownClient who,
        DateOnly? released,
        List<IntakeReason> reasons,
        BatchGround ground,
        CancellationToken ct
    )
    {
        if (measure is null)
        {
            if (section.IsOpen)
            {
                await ReferringTaking.AnnulAsync(db, section, ground, ct);
            }
            else
            {
                reasons.Add(IntakeReason.Of(IntakeReasons.SectionAlreadyClosed, null, ("measure", section.Measure)));
            }

            return;
        }

        if (measure.Measure == MeasureCode.Parole || measure.WithImprisonment)
        {
            measure = measure with { ReleasedOn = measure.ReleasedOn ?? released };
        }

        section.Rebase(corrected.Id);
        place.MarkOffences(section, offences);
        var opening = await ReferringTaking.OpeningOfAsync(
            db,
            section,
            measure,
            corrected,
            who.Client.BirthDate,
            ground,
            ct
        );
        var door = doors.OfMeasure(measure.Measure);
        if (section.Measure != measure.Measure && section.State != SectionState.Received)
        {
            reasons.Add(
                IntakeReason.Of(
                    IntakeReasons.KindChangedAfterWork,
                    "measures",
                    ("before", section.Measure),
                    ("measure", measure.Measure)
                )
            );
        }

        var former = section.Function;
        section.Remeasure(door.Code, measure.Measure);
        if (former == door.Code)
        {
            await door.CorrectAsync(db, opening, ct);
        }
        else
        {
            await FunctionFacts.RemoveAsync(db, former, section.Id, ct);
            section.Term(null, null);
            door.Open(db, opening);
        }

        ground.Changed.Add(section.Id);
    }

    // A release that a notice told of stays known when the document is corrected.
    private async Task<DateOnly?> ReleasedOnAsync(Basis document, CancellationToken ct)
    {
        var about = new List<Guid>();
        for (var at = document; at is not null; )
        {
            if (at.MessageId is { } id)
            {
                about.Add(id);
            }

            var earlier = at.Id;
            at = await db.Set<Basis>().FirstOrDefaultAsync(b => b.ReplacedBy == earlier, ct);
        }

        var notices = await db.Set<IntakeMessage>()
            .Where(m =>
                m.Kind == MessageKinds.ReleaseNotice
                && m.RefersTo != null
                && about.Contains(m.RefersTo.Value)
                && !m.Waiting
                && m.State != IntakeState.Rejected
                && m.State != IntakeState.Mended
            )
            .OrderByDescending(m => m.SentAt)
            .Select(m => m.MessageId)
            .ToListAsync(ct);
        foreach (var id in notices)
        {
            if ((await ReferringTaking.ContentAsync(db, id, ct))?.ReleasedOn is { } day)
            {
                return day;
            }
        }

        return null;
    }
}
