using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.TransportCosts.Claiming;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Deciding;

/// <summary>Decides a claim: all of it, a part, or nothing. Who took the claim in does not decide it.</summary>
internal sealed class DecideClaimHandler(
    PlusDb db,
    ClaimReader reader,
    SectionEditing editing,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> DecideAsync(
        Guid id,
        string decision,
        decimal? part,
        string? grounds,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await reader.Within(TransportCostsModule.Decide).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } claim
            || await editing.FindAsync(claim.SectionId, TransportCostsModule.Decide, null, ct) is not { } section
        )
        {
            return new NoSuchRecord();
        }

        if (claim.Decision is not null)
        {
            return new ClaimIsDecided();
        }

        if (claim.TakenBy == staff.Current.Id)
        {
            return new OwnClaimIsDecidedByAnother();
        }

        var approved = decision switch
        {
            TransportClaim.Approved => claim.Amount,
            TransportClaim.Refused => 0,
            _ => part ?? 0,
        };
        if (
            decision == TransportClaim.Part
            && (approved <= 0 || approved >= claim.Amount || decimal.Round(approved, 2) != approved)
        )
        {
            return new PartIsWrong(claim.Amount);
        }

        if (decision != TransportClaim.Approved && string.IsNullOrWhiteSpace(grounds))
        {
            return new GroundsAreMissing();
        }

        db.Entry(claim).Property(c => c.Version).OriginalValue = version;
        claim.Decide(decision, approved, clock.Today, staff.Current.Id, grounds?.Trim());
        return await editing.CommitAsync(
            section,
            new ProcessStart(TransportCostsModule.Decided)
            {
                Subject = claim.Id,
                Reason = grounds,
                Values = new Dictionary<string, object?> { ["decision"] = decision, ["amount"] = approved },
            },
            ct
        );
    }
}

/// <summary>A claim is decided once.</summary>
internal sealed record ClaimIsDecided() : Refusal("transportCosts.refusal.decided");

/// <summary>Two people stand behind a payment.</summary>
internal sealed record OwnClaimIsDecidedByAnother() : Refusal("transportCosts.refusal.own");

/// <summary>A part lies between nothing and all.</summary>
internal sealed record PartIsWrong(decimal Amount) : Refusal("transportCosts.refusal.part")
{
    public override string? Field => "Part";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["amount"] = Amount };
}

/// <summary>Less than was claimed is explained.</summary>
internal sealed record GroundsAreMissing() : Refusal("transportCosts.refusal.grounds")
{
    public override string? Field => "Grounds";
}
