using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>Clients who were referred to social rehabilitation enter, are absent, leave.</summary>
internal sealed class StayHandler(
    PlusDb db,
    SectionEditing editing,
    ContractMoney money,
    ContractLock locks,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Entered = new("support.stayEntered", OnTimeline: true);
    public static readonly ProcessType Left = new("support.stayLeft", OnTimeline: true);
    public static readonly ProcessType Absent = new("support.stayAbsence", OnTimeline: true);
    public static readonly ProcessType Cancelled = new("support.stayCancelled", OnTimeline: true);

    /// <param name="reason">Why others with priority are passed over; null when none wait.</param>
    public async Task<Outcome<Unit>> EnterAsync(
        Guid id,
        DateOnly on,
        string? reason,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, version, ct) is not ({ Waits: true } referral, { IsOpen: true } section, var contract))
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        if (on < referral.ReferredOn)
        {
            return new DayIsTooEarly("On", referral.ReferredOn);
        }

        if (!contract.InForceOn(on))
        {
            return new ContractIsNotInForce(contract.Number, contract.From, contract.To, "On");
        }

        if (await money.SettledAsync(contract.Id, on, clock.Today, ct) is { } month)
        {
            return new MonthIsSettled(month, "On");
        }

        if (await OverlappingAsync(section.ClientId, on, ct) is { } other)
        {
            return new StaysOverlap(other);
        }

        await using var alone = await locks.TakeAsync(contract.Id, ct);
        if (await RefusePlaceAsync(referral, contract, reason, ct) is { } refusal)
        {
            return refusal;
        }

        referral.Enter(on, reason);
        return await CommitAsync(section, Entered, referral, on, ct);
    }

    public async Task<Outcome<Unit>> LeaveAsync(
        Guid id,
        DateOnly on,
        string leaving,
        string note,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, version, ct) is not ({ Stays: true } referral, var section, var contract))
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        if (on < referral.EnteredOn)
        {
            return new DayIsTooEarly("On", referral.EnteredOn.Value);
        }

        if (await money.SettledAsync(contract.Id, on, clock.Today, ct) is { } month)
        {
            return new MonthIsSettled(month, "On");
        }

        referral.Leave(on, leaving, note);
        return await CommitAsync(section, Left, referral, on, ct);
    }

    public async Task<Outcome<Unit>> AbsentAsync(
        Guid id,
        DateOnly from,
        DateOnly to,
        string reason,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, null, ct) is not ({ EnteredOn: { } entered } referral, var section, var contract))
        {
            return new NoSuchRecord();
        }

        if (to < from)
        {
            return new EndsBeforeItBegins("To");
        }

        if (to > clock.Today)
        {
            return new DayIsInFuture("To");
        }

        if (from < entered || to > (referral.LeftOn ?? DateOnly.MaxValue))
        {
            return new DayIsOutsideTheStay(from < entered ? "From" : "To");
        }

        if (await money.SettledAsync(contract.Id, from, to, ct) is { } month)
        {
            return new MonthIsSettled(month, "From");
        }

        if (await db.Set<StayAbsence>().AnyAsync(a => a.ReferralId == id && a.From <= to && a.To >= from, ct))
        {
            return new AbsenceIsKnown();
        }

        db.Add(new StayAbsence(id, section.Id, from, to, reason));
        return await CommitAsync(section, Absent, referral, from, ct);
    }

    public async Task<Outcome<Unit>> CancelAsync(Guid id, string reason, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, version, ct) is not ({ Waits: true } referral, var section, _))
        {
            return new NoSuchRecord();
        }

        referral.Cancel(clock.Today, reason);
        return await CommitAsync(section, Cancelled, referral, clock.Today, ct);
    }

    private async Task<Refusal?> RefusePlaceAsync(
        RehabilitationReferral referral,
        ProviderContract contract,
        string? reason,
        CancellationToken ct
    )
    {
        var (staying, waiting) = await money.PlacesAsync(contract.Id, ct);
        if (staying >= contract.Places)
        {
            return new NoPlaceIsFree(contract.Places.Value);
        }

        var first = RehabilitationQueue.Before(referral.Waiting, waiting);
        if (first.Count > 0 && reason is null)
        {
            return new OthersHavePriority(first.Count);
        }

        var left = (await money.BudgetsAsync([contract], clock.Today, ct))[contract.Id].Left;
        return left <= 0 ? new BudgetIsSpent(left) : null;
    }

    private async Task<(RehabilitationReferral Referral, Section Section, ProviderContract Contract)?> FindAsync(
        Guid id,
        uint? version,
        CancellationToken ct
    )
    {
        if (
            await db.Set<RehabilitationReferral>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } referral
            || await editing.FindAsync(referral.SectionId, SupportModule.Refer, null, ct) is not { } section
        )
        {
            return null;
        }

        if (version is { } shown)
        {
            db.Entry(referral).Property(r => r.Version).OriginalValue = shown;
        }

        return (referral, section, await db.Set<ProviderContract>().SingleAsync(c => c.Id == referral.ContractId, ct));
    }

    // The same client may have sections in several offices: what lies outside the person's reach counts as well.
    private async Task<string?> OverlappingAsync(ClientId client, DateOnly on, CancellationToken ct)
    {
        using (staff.AsSystem("stays of a client"))
        {
            return await StaysOf
                .Client(db, client)
                .Where(r => r.EnteredOn != null && (r.LeftOn == null || r.LeftOn >= on))
                .Select(r => r.Number)
                .FirstOrDefaultAsync(ct);
        }
    }

    private Task<Outcome<Unit>> CommitAsync(
        Section section,
        ProcessType type,
        RehabilitationReferral referral,
        DateOnly on,
        CancellationToken ct
    ) =>
        editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = referral.Id,
                OnDay = on,
                Values = new Dictionary<string, object?> { ["number"] = referral.Number, ["day"] = on },
            },
            ct
        );
}
