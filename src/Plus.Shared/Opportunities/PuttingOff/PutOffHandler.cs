using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Opportunities;
using Plus.Law.Rules;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Opportunities.Records;
using Plus.Shared.Opportunities.Showing;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Opportunities.PuttingOff;

/// <summary>Puts an opportunity off until a day, with a reason.</summary>
internal sealed class PutOffHandler(
    PlusDb db,
    SectionEditing editing,
    OpportunityReader reader,
    CurrentRules rules,
    PlusClock clock
)
{
    public static readonly ProcessType WasPutOff = new("opportunities.putOff", OnTimeline: true);

    public async Task<Outcome<Unit>> PutOffAsync(
        SectionId id,
        string code,
        Guid? obligation,
        DateOnly until,
        string reason,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, OpportunitiesModule.Work, null, ct);
        if (section is not { IsOpen: true })
        {
            return new NoSuchRecord();
        }

        var card = (await reader.OfAsync(section, ct)).FirstOrDefault(c =>
            c.Opportunity.Code == code && c.Obligation?.Id == obligation
        );
        if (card is not { PutOff: null } || card.Opportunity.State == OpportunityState.NotMet)
        {
            return new NoSuchRecord();
        }

        var longest = (await rules.ReadAsync(ct))
            .Parameters.Get(ParameterCodes.OpportunityPutOffMonths, clock.Today)
            .WholeNumber;
        if (until <= clock.Today || until > clock.Today.AddMonths(longest))
        {
            return new PutOffTooLong(clock.Today.AddDays(1), clock.Today.AddMonths(longest));
        }

        var off = new PutOff(id, code, obligation, clock.Today, until, reason);
        db.Add(off);
        return await editing.CommitAsync(
            section,
            new ProcessStart(WasPutOff)
            {
                Subject = off.Id,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["opportunity"] = code, ["until"] = until },
            },
            ct
        );
    }
}

/// <summary>It is put off to a coming day, and not for longer than the Service allows.</summary>
internal sealed record PutOffTooLong(DateOnly Earliest, DateOnly Latest) : Refusal("opportunities.refusal.until")
{
    public override string Field => "Until";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["earliest"] = Earliest, ["latest"] = Latest };
}
