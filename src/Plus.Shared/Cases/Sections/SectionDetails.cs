using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Cases.Sections;

/// <summary>One row of the history of assignments.</summary>
public sealed record AssignmentLine(string Office, string? Manager, DateOnly From, DateOnly? To, string Reason);

/// <summary>A contact in short.</summary>
public sealed record ContactLine(
    ContactId Id,
    DateTimeOffset At,
    string Kind,
    ContactState State,
    bool? Complied,
    string? AbsenceReason
);

/// <summary>What stands beside a section: tasks, contacts, suspensions, assignments, offences of its basis, what it was closed on.</summary>
public sealed record SectionMore(
    IReadOnlyList<DueTaskRow> Tasks,
    IReadOnlyList<ContactLine> Contacts,
    IReadOnlyList<Suspension> Suspensions,
    IReadOnlyList<AssignmentLine> Assignments,
    IReadOnlyList<BasisOffence> Offences,
    IReadOnlyList<ClosingGround> Grounds
);

/// <summary>Reads what stands beside a section, in one statement: each part is a handful of rows.</summary>
public sealed class SectionDetails(PlusDb db)
{
    private const int ContactsShown = 6;

    public async Task<SectionMore> ReadAsync(SectionId id, CancellationToken ct)
    {
        // By the id itself, not by the row's: the six last of all contacts of all sections would be ranked first.
        var read = await db.Set<Section>()
            .AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new
            {
                Tasks = db.Set<DueTaskRow>().Where(t => t.SectionId == id).ToList(),
                Contacts = db.Set<Contact>()
                    .Where(c => c.SectionId == id)
                    .OrderByDescending(c => c.PlannedAt)
                    .Take(ContactsShown)
                    .Select(c => new ContactLine(c.Id, c.PlannedAt, c.Kind, c.State, c.Complied, c.AbsenceReason))
                    .ToList(),
                Suspensions = db.Set<Suspension>().Where(x => x.SectionId == id).OrderBy(x => x.From).ToList(),
                Grounds = db.Set<ClosingGround>().Where(g => g.SectionId == id).OrderByDescending(g => g.Id).ToList(),
                Offences = db.Set<BasisOffence>().Where(o => o.BasisId == s.BasisId).OrderBy(o => o.Ordinal).ToList(),
                Assignments = (
                    from a in db.Set<Assignment>()
                    join o in db.Set<Office>() on a.OfficeId equals o.Id
                    join m in db.Set<Staff>() on a.ManagerId equals m.Id into managers
                    from m in managers.DefaultIfEmpty()
                    where a.SectionId == id
                    orderby a.From descending, a.Id descending
                    select new AssignmentLine(
                        o.Name,
                        m == null ? null : m.GivenName + " " + m.Surname,
                        a.From,
                        a.To,
                        a.Reason
                    )
                ).ToList(),
            })
            .SingleAsync(ct);
        return new SectionMore(
            [.. read.Tasks.OrderBy(t => t.DueOn ?? DateOnly.MaxValue)],
            read.Contacts,
            read.Suspensions,
            read.Assignments,
            read.Offences,
            read.Grounds
        );
    }
}
