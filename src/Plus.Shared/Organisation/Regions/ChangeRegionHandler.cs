using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation.Regions;

/// <summary>A regional unit gets another name, or closes: only when none of its offices works beyond its last day.</summary>
internal sealed class ChangeRegionHandler(PlusDb db, Processes processes, PlusClock clock)
{
    public static readonly ProcessType Renamed = new("organisation.regionRenamed");

    public static readonly ProcessType Closed = new("organisation.regionClosed");

    public async Task<Outcome<Unit>> RenameAsync(RegionId id, string name, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, version, ct) is not { } region)
        {
            return new NoSuchRecord();
        }

        region.Rename(name.Trim());
        return await processes.CommitAsync(new ProcessStart(Renamed) { Subject = id.Value }, ct);
    }

    public async Task<Outcome<Unit>> CloseAsync(
        RegionId id,
        DateOnly lastDay,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, version, ct) is not { } region)
        {
            return new NoSuchRecord();
        }

        if (lastDay < clock.Today || lastDay < region.From)
        {
            return new RegionClosesInThePast();
        }

        var working = await OfficesAfterAsync(id, lastDay, ct);
        if (working > 0)
        {
            return new RegionHasOffices(working);
        }

        region.Close(lastDay);
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

    /// <summary>Offices of the region that work after the day.</summary>
    public Task<int> OfficesAfterAsync(RegionId id, DateOnly day, CancellationToken ct) =>
        db.Set<Office>().CountAsync(o => o.RegionId == id && (o.To == null || o.To > day), ct);

    private async Task<Region?> FindAsync(RegionId id, uint version, CancellationToken ct)
    {
        var region = await db.Set<Region>().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (region is not null)
        {
            db.Entry(region).Property(r => r.Version).OriginalValue = version;
        }

        return region;
    }
}

internal sealed record RegionClosesInThePast() : Refusal("organisation.region.closesInThePast")
{
    public override string Field => "LastDay";
}

/// <summary>Its offices are closed first.</summary>
internal sealed record RegionHasOffices(int Offices) : Refusal("organisation.region.hasOffices")
{
    public override string Field => "LastDay";

    public override IReadOnlyDictionary<string, object?> Values =>
        new Dictionary<string, object?> { ["offices"] = Offices };
}
