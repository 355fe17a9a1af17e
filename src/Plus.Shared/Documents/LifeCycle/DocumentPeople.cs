using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>Somebody of the Service.</summary>
public sealed record NamedPerson(StaffId Id, string Name);

/// <summary>Who may agree to, or sign, a document of a client: those with the permission in an office that carries out a section of theirs.</summary>
public sealed class DocumentPeople(PlusDb db, PlusClock clock)
{
    public async Task<IReadOnlyList<NamedPerson>> WhoMayAsync(string permission, ClientId client, CancellationToken ct)
    {
        var today = clock.Today;
        return await (
            from person in db.Set<Staff>()
            where
                person.ActiveFrom <= today
                && (person.ActiveTo == null || person.ActiveTo >= today)
                && db.Set<StaffPost>()
                    .Any(p =>
                        p.StaffId == person.Id
                        && p.From <= today
                        && (p.To == null || p.To >= today)
                        && db.Set<Role>().Any(r => r.Code == p.RoleCode && r.Permissions.Contains(permission))
                        && db.Set<Section>().Any(s => s.ClientId == client && s.OfficeId == p.OfficeId)
                    )
            orderby person.Surname, person.GivenName
            select new NamedPerson(person.Id, person.GivenName + " " + person.Surname)
        ).ToListAsync(ct);
    }
}
