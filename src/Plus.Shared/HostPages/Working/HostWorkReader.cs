using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.HostPages.Working;

/// <summary>What a host sees of a client sent to it: the name, the work, the schedule and what was confirmed. Nothing else.</summary>
internal sealed record HostClient(
    SectionId Section,
    ClientId Client,
    string Name,
    string? Work,
    IReadOnlyDictionary<DateOnly, PlannedDay> Planned,
    IReadOnlyDictionary<DateOnly, WorkedDay> Worked,
    IReadOnlySet<DateOnly> Absent
);

/// <summary>
/// Reads the clients sent to one host now. The host is nobody of the Service, so the service itself reads, and the one
/// host stands in every statement.
/// </summary>
internal sealed class HostWorkReader(PlusDb db, FunctionDoors doors, StaffAccessor staff)
{
    public async Task<IReadOnlyList<HostClient>> ReadAsync(
        HostEmployerId host,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        using var itself = staff.AsSystem("host page");
        var found = await (
            from p in db.Set<Placement>().AsNoTracking()
            join s in db.Set<Section>() on p.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where p.HostEmployerId == host && p.From <= last && (p.To == null || p.To >= first)
            where s.RegisteredOn != null && s.ClosedOn == null && s.AnnulledOn == null
            orderby c.Surname, c.GivenName, s.Id
            select new
            {
                s.Id,
                s.ClientId,
                Name = c.GivenName + " " + c.Surname,
                p.Work,
                Placement = p,
            }
        ).ToListAsync(ct);
        var ids = found.Select(f => f.Id).Distinct().ToList();
        var placements = found.Select(f => f.Placement.Id).ToList();
        var planned = (
            await db.Set<PlannedDay>()
                .AsNoTracking()
                .Where(d => placements.Contains(d.PlacementId) && d.Day >= first && d.Day <= last)
                .ToListAsync(ct)
        ).ToLookup(d => d.SectionId);
        var plannedIds = planned.SelectMany(g => g).ToDictionary(d => d.Id, d => d.Day);
        var subjects = plannedIds.Keys.ToList();
        var absent = (
            await db.Set<Breach>()
                .AsNoTracking()
                .Where(b => b.WithdrawnOn == null && b.SubjectId != null && subjects.Contains(b.SubjectId.Value))
                .Select(b => new { b.SectionId, b.OccurredOn })
                .ToListAsync(ct)
        ).ToLookup(b => b.SectionId, b => b.OccurredOn);
        var worked = new Dictionary<SectionId, IReadOnlyList<WorkedDay>>();
        foreach (var door in doors.All.OfType<WorkDoor>())
        {
            foreach (var (id, work) in await door.WorkOfAsync(db, ids, ct))
            {
                worked[id] = work.Days;
            }
        }

        return
        [
            .. found
                .DistinctBy(f => f.Id)
                .Select(f => new HostClient(
                    f.Id,
                    f.ClientId,
                    f.Name,
                    f.Work,
                    planned[f.Id].ToDictionary(d => d.Day),
                    worked[f.Id]
                        .Where(d => d.HostEmployerId == host && d.WorkedOn >= first && d.WorkedOn <= last)
                        .ToDictionary(d => d.WorkedOn),
                    absent[f.Id].ToHashSet()
                )),
        ];
    }

    /// <summary>Fingerprint of what a month came to: a later correction changes it.</summary>
    public static string HashOf(IReadOnlyList<HostClient> clients)
    {
        var lines = clients
            .SelectMany(c => c.Worked.Values)
            .OrderBy(d => d.SectionId.Value)
            .ThenBy(d => d.WorkedOn)
            .Select(d =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{d.SectionId.Value:D};{d.WorkedOn:yyyy-MM-dd};{d.CreditedMinutes};{d.RefusedMinutes}"
                )
            );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
