using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation.Offices;

/// <summary>A new office opens in a region.</summary>
internal sealed class AddOfficeHandler(PlusDb db, Processes processes)
{
    public static readonly ProcessType Added = new("organisation.officeAdded");

    public async Task<Outcome<OfficeId>> AddAsync(
        string region,
        string code,
        string name,
        OfficeKind kind,
        DateOnly from,
        CancellationToken ct
    )
    {
        var unit = await db.Set<Region>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == region, ct);
        if (unit is null)
        {
            return new RegionUnknown();
        }

        if (!unit.ExistsOn(from))
        {
            return new RegionDoesNotExistThen();
        }

        if (kind == OfficeKind.Central)
        {
            return new CentralOfficeIsOne();
        }

        var plain = code.Trim().ToUpperInvariant();
        if (await db.Set<Office>().AnyAsync(o => o.Code == plain, ct))
        {
            return new OfficeCodeTaken();
        }

        var office = new Office(OfficeId.New(), unit.Id, plain, name.Trim(), kind, from);
        db.Add(office);
        var committed = await processes.CommitAsync(
            new ProcessStart(Added) { Subject = office.Id.Value, OnDay = from },
            ct
        );
        return committed.Done ? office.Id : committed.Refusal;
    }
}

internal sealed record RegionUnknown() : Refusal("organisation.office.regionUnknown")
{
    public override string Field => "Region";
}

internal sealed record RegionDoesNotExistThen() : Refusal("organisation.office.regionDoesNotExistThen")
{
    public override string Field => "From";
}

internal sealed record CentralOfficeIsOne() : Refusal("organisation.office.centralIsOne")
{
    public override string Field => "Kind";
}

internal sealed record OfficeCodeTaken() : Refusal("organisation.office.codeTaken")
{
    public override string Field => "Code";
}
