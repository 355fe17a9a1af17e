using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>What is told when a client is referred to social rehabilitation.</summary>
internal sealed record NewStay(
    SectionId Section,
    Guid Contract,
    DateOnly ReferredOn,
    DateOnly? ReleasedOn,
    bool NeedsHousing,
    string Purpose
);

/// <summary>Refers clients to social rehabilitation.</summary>
internal sealed class ReferStayHandler(PlusDb db, SectionEditing editing, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Referred = new("support.stayReferred", OnTimeline: true);

    public async Task<Outcome<Guid>> ReferAsync(NewStay wanted, CancellationToken ct)
    {
        var section = await editing.FindAsync(wanted.Section, SupportModule.Refer, null, ct);
        if (
            section is not { IsOpen: true }
            || !SupportKinds.Fits(section.Function)
            || await db.Set<ProviderContract>().SingleOrDefaultAsync(c => c.Id == wanted.Contract, ct)
                is not { IsStay: true } contract
        )
        {
            return new NoSuchRecord();
        }

        if (SupportDays.Refuse(section, wanted.ReferredOn, clock.Today, "ReferredOn") is { } wrong)
        {
            return wrong;
        }

        if (wanted.ReleasedOn > clock.Today)
        {
            return new DayIsInFuture("ReleasedOn");
        }

        if (!contract.InForceOn(wanted.ReferredOn))
        {
            return new ContractIsNotInForce(contract.Number, contract.From, contract.To, "Contract");
        }

        if (await LiveAsync(section.ClientId, ct) is { } live)
        {
            return new AlreadyReferred(live);
        }

        var referral = new RehabilitationReferral(section.Id, contract, wanted.ReferredOn, staff.Current.Id!.Value);
        referral.Describe(
            wanted.ReleasedOn,
            wanted.NeedsHousing,
            wanted.Purpose,
            SupportKinds.IsChild(section.Function)
        );
        db.Add(referral);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(Referred)
            {
                Subject = referral.Id,
                OnDay = wanted.ReferredOn,
                Values = new Dictionary<string, object?> { ["number"] = referral.Number, ["day"] = wanted.ReferredOn },
            },
            ct
        );
        return done.Done ? referral.Id : done.Refusal;
    }

    // The same client may have sections in several offices: what lies outside the person's reach counts as well.
    private async Task<string?> LiveAsync(ClientId client, CancellationToken ct)
    {
        using (staff.AsSystem("stays of a client"))
        {
            return await StaysOf
                .Client(db, client)
                .Where(r => r.LeftOn == null && r.CancelledOn == null)
                .Select(r => r.Number)
                .FirstOrDefaultAsync(ct);
        }
    }
}

/// <summary>Referrals of a client in all sections.</summary>
internal static class StaysOf
{
    public static IQueryable<RehabilitationReferral> Client(PlusDb db, ClientId client) =>
        db.Set<RehabilitationReferral>()
            .AsNoTracking()
            .Where(r => db.Set<Section>().Any(s => s.Id == r.SectionId && s.ClientId == client));
}
