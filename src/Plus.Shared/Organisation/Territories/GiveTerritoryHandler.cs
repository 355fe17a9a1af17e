using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation.Territories;

/// <summary>
/// A territory goes to another office from a day on; who had it before has it until the day before. Given to the
/// office that has it already, an assumed row is confirmed.
/// </summary>
internal sealed class GiveTerritoryHandler(PlusDb db, Processes processes)
{
    public static readonly ProcessType Given = new("organisation.territoryGiven");

    public static readonly ProcessType Confirmed = new("organisation.territoryConfirmed");

    public async Task<Outcome<Unit>> GiveAsync(string territory, OfficeId office, DateOnly from, CancellationToken ct)
    {
        var place = await db.Set<Territory>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == territory, ct);
        if (place is null)
        {
            return new NoSuchRecord();
        }

        var unit = await db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == office, ct);
        if (unit is null || !unit.OpenOn(from))
        {
            return new OfficeNotOpenForTerritory();
        }

        if (from < place.From || from > place.To)
        {
            return new TerritoryNotThereThen();
        }

        var rows = await db.Set<OfficeTerritory>()
            .Where(t => t.TerritoryCode == territory && (t.To == null || t.To >= from))
            .ToListAsync(ct);
        if (rows.Exists(r => r.From > from))
        {
            return new TerritoryGivenLaterAlready();
        }

        if (rows is [{ } only] && only.OfficeId == office)
        {
            only.Confirm();
            return await processes.CommitAsync(new ProcessStart(Confirmed) { Subject = only.Id }, ct);
        }

        foreach (var row in rows)
        {
            if (row.From == from)
            {
                db.Remove(row);
            }
            else
            {
                row.End(from.AddDays(-1));
            }
        }

        var given = new OfficeTerritory(territory, office, from, place.To);
        db.Add(given);
        return await processes.CommitAsync(new ProcessStart(Given) { Subject = given.Id, OnDay = from }, ct);
    }
}

internal sealed record OfficeNotOpenForTerritory() : Refusal("organisation.territory.officeNotOpen")
{
    public override string Field => "Office";
}

/// <summary>The territory does not exist on that day.</summary>
internal sealed record TerritoryNotThereThen() : Refusal("organisation.territory.notThereThen")
{
    public override string Field => "From";
}

/// <summary>A later change is laid down already; what comes before it is history by then.</summary>
internal sealed record TerritoryGivenLaterAlready() : Refusal("organisation.territory.laterAlready")
{
    public override string Field => "From";
}
