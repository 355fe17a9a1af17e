using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Cases.Transfers;

/// <summary>A planned contact of a section that is handed over.</summary>
public sealed record HandOverContact(ContactId Id, DateTimeOffset At, string Kind);

/// <summary>A section in the hand-over check-list: its open tasks go along, its planned contacts are decided one by one.</summary>
public sealed record HandOverLine(
    SectionId Section,
    ClientId Client,
    string Surname,
    string GivenName,
    string Function,
    string Measure,
    OfficeId? Office,
    StaffId? Manager,
    int Tasks,
    int Overdue,
    DateOnly? BirthDate,
    bool SexualOffence,
    IReadOnlyList<HandOverContact> Contacts
);

/// <summary>Reads the hand-over check-list of sections within reach.</summary>
public sealed class HandOver(PlusDb db, StaffAccessor staff)
{
    /// <summary>Open sections of a manager or of an office, or named ones; of all of these, the ones within reach.</summary>
    public async Task<IReadOnlyList<HandOverLine>> ReadAsync(
        StaffId? manager,
        OfficeId? office,
        IReadOnlyCollection<SectionId>? named,
        DateOnly today,
        CancellationToken ct
    )
    {
        var sections = db.Set<Section>()
            .AsNoTracking()
            .Within(staff.Current, CasePermissions.Assign)
            .Where(s => s.ClosedOn == null && s.AnnulledOn == null);
        sections = manager is { } m ? sections.Where(s => s.ManagerId == m) : sections;
        sections = office is { } o ? sections.Where(s => s.OfficeId == o) : sections;
        sections = named is { } ids ? sections.Where(s => ids.Contains(s.Id)) : sections;
        return await (
            from s in sections
            join c in db.Set<Client>() on s.ClientId equals c.Id
            orderby c.Surname, c.GivenName, s.Id
            select new HandOverLine(
                s.Id,
                s.ClientId,
                c.Surname,
                c.GivenName,
                s.Function,
                s.Measure,
                s.OfficeId,
                s.ManagerId,
                db.Set<DueTaskRow>().Count(t => t.SectionId == s.Id),
                db.Set<DueTaskRow>().Count(t => t.SectionId == s.Id && t.DueOn < today),
                c.BirthDate,
                s.SexualOffence,
                db.Set<Contact>()
                    .Where(x => x.SectionId == s.Id && x.State == ContactState.Planned)
                    .OrderBy(x => x.PlannedAt)
                    .Select(x => new HandOverContact(x.Id, x.PlannedAt, x.Kind))
                    .ToList()
            )
        ).ToListAsync(ct);
    }
}
