using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Gives the client a host employer, and sets the conditions that decide how long may be worked.</summary>
internal sealed class PlaceClientHandler(PlusDb db, SectionEditing editing, PlusClock clock)
{
    public async Task<Outcome<Unit>> PlaceAsync(
        WorkDoor door,
        SectionId id,
        HostEmployerId host,
        DateOnly from,
        uint version,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        db.Entry(measure).Property(m => m.Version).OriginalValue = version;
        if (section.RegisteredOn is not { } registered)
        {
            return new LawRefuses(Verdict.Refuse(ReasonCodes.HoursWithoutRegistration, null));
        }

        if (from < registered)
        {
            return new DayIsTooEarly("From", registered);
        }

        // A placement may be agreed ahead, but the contract must be in force on its first day.
        var covered = await db.Set<HostContract>()
            .AnyAsync(c => c.HostEmployerId == host && c.From <= from && (c.To == null || c.To >= from), ct);
        if (!covered)
        {
            return new HostHasNoContract(from);
        }

        measure.PlaceAt(host, from);
        if (
            section.State == SectionState.Registered
            && SectionLifeCycle.May(section.State, SectionState.Active).IsAllowed
        )
        {
            section.Enter(SectionState.Active);
        }

        return await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Placed)
            {
                OnDay = from > clock.Today ? clock.Today : from,
                Subject = host.Value,
                Values = new Dictionary<string, object?> { ["from"] = from },
            },
            ct
        );
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
}
