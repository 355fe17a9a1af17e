using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Places;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Sends the client to a host employer, ends a placement, and sets the conditions that decide how long may be worked.</summary>
internal sealed class PlaceClientHandler(
    PlusDb db,
    SectionEditing editing,
    PlacementProposals proposals,
    SitePlaces places,
    PlacementBans bans,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> PlaceAsync(
        WorkDoor door,
        SectionId id,
        PlacementOrder order,
        uint version,
        CancellationToken ct
    )
    {
        // Before the transaction: an answer stays in the audit also when nobody is placed.
        if (await bans.RefuseAsync(id, order, ct) is { } met)
        {
            return met;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        db.Entry(measure).Property(m => m.Version).OriginalValue = version;
        if (await AgainstAsync(section, order, ct) is { } refusal)
        {
            return refusal;
        }

        var present = await db.Set<Placement>().Where(p => p.SectionId == id).OrderBy(p => p.From).ToListAsync(ct);
        if (await MakeRoomAsync(door, present, order, ct) is { } standing)
        {
            return standing;
        }

        await places.HoldAsync(order.Host, ct);
        var placement = new Placement(id, order.Host, order.Site, order.Work, order.From);
        if (await AgainstRulesAsync(section, placement, order, ct) is { } rule)
        {
            return rule;
        }

        db.Add(placement);
        measure.PlaceAt(order.Host, order.From);
        if (
            section.State == SectionState.Registered
            && SectionLifeCycle.May(section.State, SectionState.Active).IsAllowed
        )
        {
            section.Enter(SectionState.Active);
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Placed)
            {
                OnDay = order.From > clock.Today ? clock.Today : order.From,
                Subject = order.Host.Value,
                Reason = placement.OverrideReason,
                Values = new Dictionary<string, object?> { ["from"] = order.From },
            },
            ct
        );
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }

    /// <summary>The last day at the host; days planned after it go.</summary>
    public async Task<Outcome<Unit>> EndAsync(
        WorkDoor door,
        SectionId id,
        Guid placementId,
        DateOnly lastDay,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        var placement = await db.Set<Placement>()
            .SingleOrDefaultAsync(p => p.Id == placementId && p.SectionId == id, ct);
        if (section is null || placement is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        if (!Placement.EndReasons.Contains(reason))
        {
            throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason.");
        }

        db.Entry(placement).Property(p => p.Version).OriginalValue = version;
        if (lastDay < placement.From || lastDay > placement.To)
        {
            return new EndIsOutsideThePlacement();
        }

        if (await LastWorkedAsync(door, placement, ct) is { } last && last > lastDay)
        {
            return new HoursWorkedLater(last, "LastDay");
        }

        await EndAsync(placement, lastDay, reason, ct);
        if (measure.HostEmployerId == placement.HostEmployerId && measure.HostFrom == placement.From)
        {
            measure.PlaceAt(null, null);
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.PlacementEnded)
            {
                OnDay = lastDay > clock.Today ? clock.Today : lastDay,
                Subject = placement.HostEmployerId.Value,
                Values = new Dictionary<string, object?> { ["last"] = lastDay, ["why"] = reason },
            },
            ct
        );
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }

    public async Task<Outcome<Unit>> ConditionsAsync(
        WorkDoor door,
        SectionId id,
        string workStatus,
        bool consent,
        bool notRegular,
        uint version,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        if (!WorkStatuses.All.Contains(workStatus))
        {
            throw new ArgumentOutOfRangeException(nameof(workStatus), workStatus, "Unknown work status.");
        }

        db.Entry(measure).Property(m => m.Version).OriginalValue = version;
        measure.Conditions(workStatus, consent, notRegular);
        return await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.ConditionsChanged)
            {
                Values = new Dictionary<string, object?> { ["status"] = workStatus, ["consent"] = consent },
            },
            ct
        );
    }

    private async Task<Refusal?> AgainstAsync(Section section, PlacementOrder order, CancellationToken ct)
    {
        if (section.RegisteredOn is not { } registered)
        {
            return new LawRefuses(Verdict.Refuse(ReasonCodes.HoursWithoutRegistration, null));
        }

        if (order.From < registered)
        {
            return new DayIsTooEarly("From", registered);
        }

        // A placement may be agreed ahead, but the contract must be in force on its first day.
        var covered = await db.Set<HostContract>()
            .AnyAsync(
                c => c.HostEmployerId == order.Host && c.From <= order.From && (c.To == null || c.To >= order.From),
                ct
            );
        return covered ? null : new HostHasNoContract(order.From);
    }

    private async Task<Refusal?> MakeRoomAsync(
        WorkDoor door,
        List<Placement> standing,
        PlacementOrder order,
        CancellationToken ct
    )
    {
        if (standing.Find(p => p.From >= order.From) is { } later)
        {
            return new LaterPlacementStands(later.From);
        }

        if (standing.Find(p => p.Covers(order.From)) is not { } present)
        {
            return null;
        }

        if (order.EndReason is null || !Placement.EndReasons.Contains(order.EndReason))
        {
            return new PresentPlacementNeedsAReason();
        }

        if (await LastWorkedAsync(door, present, ct) is { } last && last >= order.From)
        {
            return new HoursWorkedLater(last, "From");
        }

        await EndAsync(present, order.From.AddDays(-1), order.EndReason, ct);
        return null;
    }

    private async Task<Refusal?> AgainstRulesAsync(
        Section section,
        Placement placement,
        PlacementOrder order,
        CancellationToken ct
    )
    {
        var person = await db.Set<Client>().AsNoTracking().SingleAsync(c => c.Id == section.ClientId, ct);
        var ranked = await proposals.RankAsync(section, person, order.From, order.Host, ct);
        if (ranked.FirstOrDefault(p => p.Site?.Id == order.Site) is not { } chosen)
        {
            return new NoSuchRecord();
        }

        var binding = chosen.Fit.Against.Where(r => r.Binds).ToList();
        if (binding.Count == 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(order.Override))
        {
            return new RulesSpeakAgainst(binding);
        }

        placement.Override([.. binding.Select(r => r.Code)], order.Override.Trim());
        return null;
    }

    private async Task EndAsync(Placement placement, DateOnly lastDay, string reason, CancellationToken ct)
    {
        placement.End(lastDay, reason);
        db.RemoveRange(
            await db.Set<PlannedDay>().Where(d => d.PlacementId == placement.Id && d.Day > lastDay).ToListAsync(ct)
        );
    }

    private async Task<DateOnly?> LastWorkedAsync(WorkDoor door, Placement placement, CancellationToken ct)
    {
        var days = await door.DaysAsync(db, placement.SectionId, tracked: false, ct);
        var worked = days.Where(d => d.WithdrawnAt is null && placement.Covers(d.WorkedOn)).ToList();
        return worked.Count == 0 ? null : worked.Max(d => d.WorkedOn);
    }
}
