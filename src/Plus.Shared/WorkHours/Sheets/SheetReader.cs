using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Sheets;

/// <summary>A client on a host's sheet: the week's days, what is planned and what was entered.</summary>
internal sealed record SheetLine(
    SectionId Section,
    ClientId Client,
    string Name,
    string CaseNumber,
    WorkDoor Door,
    int ImposedMinutes,
    int ServedMinutes,
    IReadOnlyList<Placement> Placements,
    IReadOnlyDictionary<DateOnly, WorkedDay> Worked,
    IReadOnlyDictionary<DateOnly, int> Planned
)
{
    public int LeftMinutes => Math.Max(0, ImposedMinutes - ServedMinutes);

    public bool IsPlacedOn(DateOnly day) => Placements.Any(p => p.Covers(day));
}

/// <summary>Reads who works at a host in a week, within the person's reach; a handful of statements for the whole sheet.</summary>
internal sealed class SheetReader(PlusDb db, FunctionDoors doors, StaffAccessor staff)
{
    public Task<IReadOnlyList<SheetLine>> ReadAsync(HostEmployerId host, DateOnly monday, CancellationToken ct) =>
        ReadAsync(host, monday, monday.AddDays(6), withClosed: false, ct);

    /// <summary>The same for any days.</summary>
    /// <param name="withClosed">Sections closed since are shown too: of a month that is over.</param>
    public async Task<IReadOnlyList<SheetLine>> ReadAsync(
        HostEmployerId host,
        DateOnly first,
        DateOnly last,
        bool withClosed,
        CancellationToken ct
    )
    {
        var found = await (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, WorkHoursModule.Enter)
            join c in db.Set<Client>() on s.ClientId equals c.Id
            join k in db.Set<Case>() on s.CaseId equals k.Id
            where s.RegisteredOn != null && (withClosed || s.ClosedOn == null) && s.AnnulledOn == null
            where
                db.Set<Placement>()
                    .Any(p =>
                        p.SectionId == s.Id
                        && p.HostEmployerId == host
                        && p.From <= last
                        && (p.To == null || p.To >= first)
                    )
            orderby c.Surname, c.GivenName, s.Id
            select new
            {
                s.Id,
                s.ClientId,
                s.Function,
                Name = c.Surname + " " + c.GivenName,
                k.Number,
            }
        ).ToListAsync(ct);
        var ids = found.Select(f => f.Id).ToList();
        var placements = (
            await db.Set<Placement>()
                .AsNoTracking()
                .Where(p => ids.Contains(p.SectionId) && p.HostEmployerId == host)
                .ToListAsync(ct)
        ).ToLookup(p => p.SectionId);
        var planned = (
            await db.Set<PlannedDay>()
                .AsNoTracking()
                .Where(d => ids.Contains(d.SectionId) && d.Day >= first && d.Day <= last)
                .ToListAsync(ct)
        ).ToLookup(d => d.SectionId);
        var adjusted = await db.Set<HoursAdjustment>()
            .Where(a => ids.Contains(a.SectionId))
            .GroupBy(a => a.SectionId)
            .Select(g => new { g.Key, Minutes = g.Sum(a => a.Minutes) })
            .ToDictionaryAsync(g => g.Key, g => g.Minutes, ct);
        var work = new Dictionary<SectionId, (WorkDoor Door, WorkOfSection Work)>();
        foreach (var door in doors.All.OfType<WorkDoor>())
        {
            foreach (var (id, of) in await door.WorkOfAsync(db, ids, ct))
            {
                work[id] = (door, of);
            }
        }

        return
        [
            .. found.Select(f => new SheetLine(
                f.Id,
                f.ClientId,
                f.Name,
                f.Number,
                work[f.Id].Door,
                work[f.Id].Work.Measure.ImposedMinutes,
                work[f.Id].Work.Days.Sum(d => d.CreditedMinutes) + adjusted.GetValueOrDefault(f.Id),
                [.. placements[f.Id]],
                work[f.Id]
                    .Work.Days.Where(d => d.WorkedOn >= first && d.WorkedOn <= last)
                    .ToDictionary(d => d.WorkedOn),
                planned[f.Id].ToDictionary(d => d.Day, d => d.Minutes)
            )),
        ];
    }
}
