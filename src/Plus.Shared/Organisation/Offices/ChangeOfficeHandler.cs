using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation.Offices;

/// <summary>
/// An office gets another name, or closes. It closes only when nothing hangs on it any more: no open section, no post
/// and no territory beyond its last day.
/// </summary>
internal sealed class ChangeOfficeHandler(PlusDb db, Processes processes, PlusClock clock, StaffAccessor staff)
{
    public static readonly ProcessType Renamed = new("organisation.officeRenamed");

    public static readonly ProcessType Closed = new("organisation.officeClosed");

    public async Task<Outcome<Unit>> RenameAsync(OfficeId id, string name, uint version, CancellationToken ct)
    {
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (office is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(office).Property(o => o.Version).OriginalValue = version;
        office.Rename(name.Trim());
        return await processes.CommitAsync(new ProcessStart(Renamed) { Subject = id.Value }, ct);
    }

    public async Task<Outcome<Unit>> CloseAsync(
        OfficeId id,
        DateOnly lastDay,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (office is null)
        {
            return new NoSuchRecord();
        }

        if (lastDay < clock.Today || lastDay < office.From)
        {
            return new OfficeClosesInThePast();
        }

        var hangs = await HangsOnAsync(id, lastDay, ct);
        if (hangs.Any)
        {
            return new OfficeStillInUse(hangs);
        }

        db.Entry(office).Property(o => o.Version).OriginalValue = version;
        office.Close(lastDay);
        return await processes.CommitAsync(
            new ProcessStart(Closed)
            {
                Subject = id.Value,
                OnDay = lastDay,
                Reason = reason,
            },
            ct
        );
    }

    /// <summary>What stands in the way of closing the office after the day.</summary>
    public async Task<HangingOnOffice> HangsOnAsync(OfficeId id, DateOnly lastDay, CancellationToken ct)
    {
        // Counted for who changes the organisation and sees no case.
        using var system = staff.AsSystem("organisation");
        return new(
            await db.Set<Section>().CountAsync(s => s.OfficeId == id && s.ClosedOn == null && s.AnnulledOn == null, ct),
            await db.Set<StaffPost>().CountAsync(p => p.OfficeId == id && (p.To == null || p.To > lastDay), ct),
            await db.Set<OfficeTerritory>().CountAsync(t => t.OfficeId == id && (t.To == null || t.To > lastDay), ct)
        );
    }
}

/// <summary>Open sections of the office, and posts and territories beyond its last day.</summary>
internal sealed record HangingOnOffice(int Sections, int Posts, int Territories)
{
    public bool Any => Sections + Posts + Territories > 0;
}

internal sealed record OfficeClosesInThePast() : Refusal("organisation.office.closesInThePast")
{
    public override string Field => "LastDay";
}

/// <summary>Sections are handed over, posts ended and territories given to another office first.</summary>
internal sealed record OfficeStillInUse(HangingOnOffice Hanging) : Refusal("organisation.office.stillInUse")
{
    public override IReadOnlyDictionary<string, object?> Values =>
        new Dictionary<string, object?>
        {
            ["sections"] = Hanging.Sections,
            ["posts"] = Hanging.Posts,
            ["territories"] = Hanging.Territories,
        };
}
