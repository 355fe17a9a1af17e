using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation.Regions;

/// <summary>A new regional unit begins to work. Its offices are opened in it afterwards.</summary>
internal sealed class AddRegionHandler(PlusDb db, Processes processes)
{
    public static readonly ProcessType Added = new("organisation.regionAdded");

    public async Task<Outcome<RegionId>> AddAsync(string code, string name, DateOnly from, CancellationToken ct)
    {
        var plain = code.Trim().ToUpperInvariant();
        if (await db.Set<Region>().AnyAsync(r => r.Code == plain, ct))
        {
            return new RegionCodeTaken();
        }

        var region = new Region(RegionId.New(), plain, name.Trim(), from);
        db.Add(region);
        var committed = await processes.CommitAsync(
            new ProcessStart(Added) { Subject = region.Id.Value, OnDay = from },
            ct
        );
        return committed.Done ? region.Id : committed.Refusal;
    }
}

internal sealed record RegionCodeTaken() : Refusal("organisation.region.codeTaken")
{
    public override string Field => "Code";
}
