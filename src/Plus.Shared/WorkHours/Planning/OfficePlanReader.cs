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

namespace Plus.Shared.WorkHours.Planning;

/// <summary>A section that would be planned.</summary>
/// <param name="State">ready, placed nowhere, or planned already from the day on.</param>
internal sealed record OfficePlanLine(SectionId Section, ClientId Client, string Name, string Path, string State);

/// <summary>Who of an office would get a schedule, before anything is made.</summary>
internal sealed class OfficePlanReader(PlusDb db, FunctionDoors doors, StaffAccessor staff)
{
    public const string Ready = "ready";
    public const string NoPlace = "noPlace";
    public const string Planned = "planned";

    public async Task<IReadOnlyList<OfficePlanLine>> ReadAsync(OfficeId office, DateOnly first, CancellationToken ct)
    {
        var works = doors.All.OfType<WorkDoor>().ToDictionary(d => d.Code, d => d.Path, StringComparer.Ordinal);
        var codes = works.Keys.ToList();
        var found = await (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, WorkHoursModule.Enter)
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where s.OfficeId == office && codes.Contains(s.Function)
            where s.RegisteredOn != null && s.ClosedOn == null && s.AnnulledOn == null
            orderby c.Surname, c.GivenName, s.Id
            select new
            {
                s.Id,
                s.ClientId,
                s.Function,
                Name = c.Surname + " " + c.GivenName,
                Placed = db.Set<Placement>().Any(p => p.SectionId == s.Id && (p.To == null || p.To >= first)),
                Planned = db.Set<PlannedDay>().Any(d => d.SectionId == s.Id && d.Day >= first),
            }
        ).ToListAsync(ct);
        return
        [
            .. found.Select(f => new OfficePlanLine(
                f.Id,
                f.ClientId,
                f.Name,
                works[f.Function],
                f.Planned ? Planned
                    : f.Placed ? Ready
                    : NoPlace
            )),
        ];
    }
}
