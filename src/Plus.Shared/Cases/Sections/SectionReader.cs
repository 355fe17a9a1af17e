using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Cases.Sections;

/// <summary>A section with whom it is about and where it stands, as its pages need it; read in one statement.</summary>
public sealed record SectionView(
    Section Section,
    Client Client,
    Basis Basis,
    string CaseNumber,
    DateOnly? CaseFormedOn,
    string? Office,
    string? ManagerGiven,
    string? ManagerSurname
)
{
    public string? Manager => ManagerSurname is null ? null : ManagerGiven + " " + ManagerSurname;
}

/// <summary>Reads a section within the person's reach.</summary>
public sealed class SectionReader(PlusDb db, StaffAccessor staff)
{
    public Task<SectionView?> FindAsync(SectionId id, string permission, CancellationToken ct) =>
        (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, permission)
            join c in db.Set<Client>().AsNoTracking() on s.ClientId equals c.Id
            join b in db.Set<Basis>().AsNoTracking() on s.BasisId equals b.Id
            join k in db.Set<Case>().AsNoTracking() on s.CaseId equals k.Id
            join o in db.Set<Office>() on s.OfficeId equals o.Id into offices
            from o in offices.DefaultIfEmpty()
            join m in db.Set<Staff>() on s.ManagerId equals m.Id into managers
            from m in managers.DefaultIfEmpty()
            where s.Id == id
            select new SectionView(
                s,
                c,
                b,
                k.Number,
                k.FormedOn,
                o == null ? null : o.Name,
                m == null ? null : m.GivenName,
                m == null ? null : m.Surname
            )
        ).SingleOrDefaultAsync(ct);
}
