using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Recording;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Groups;

/// <summary>A section whose client may take part.</summary>
public sealed record GroupCandidate(SectionId Section, ClientId Client, string Name, string Measure);

/// <summary>A contact of a group session.</summary>
public sealed record GroupMember(Contact Contact, string Name);

/// <summary>What became of one member; the outcome as the form of one contact names it.</summary>
internal sealed record MemberOutcome(ContactId Contact, string Outcome, uint Version);

/// <summary>Group sessions: several clients at one time with one staff member, planned and recorded together.</summary>
internal sealed class GroupHandler(
    PlusDb db,
    SectionEditing editing,
    PlanContactHandler planning,
    RecordContactHandler recording,
    StaffAccessor staff
)
{
    /// <summary>One's own open sections.</summary>
    public Task<List<GroupCandidate>> CandidatesAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        return (
            from s in db.Set<Section>().Within(staff.Current, ContactsModule.Record)
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where s.ManagerId == me && s.ClosedOn == null && s.AnnulledOn == null
            orderby c.Surname, c.GivenName, s.Id
            select new GroupCandidate(s.Id, c.Id, c.Surname + " " + c.GivenName, s.Measure)
        ).ToListAsync(ct);
    }

    /// <summary>The contacts of a group session within reach.</summary>
    public Task<List<GroupMember>> MembersAsync(Guid session, CancellationToken ct) =>
        (
            from c in db.Set<Contact>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, ContactsModule.Record) on c.SectionId equals s.Id
            join p in db.Set<Client>() on c.ClientId equals p.Id
            where c.GroupId == session
            orderby p.Surname, p.GivenName, c.Id
            select new GroupMember(c, p.Surname + " " + p.GivenName)
        ).ToListAsync(ct);

    /// <summary>Plans the session for all of them or for none; each client's history tells of it.</summary>
    public async Task<Outcome<Guid>> PlanAsync(
        IReadOnlyCollection<SectionId> sections,
        PlannedTime time,
        CancellationToken ct
    )
    {
        var group = Guid.CreateVersion7();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var id in sections.Distinct())
        {
            var section = await editing.FindAsync(id, ContactsModule.Record, null, ct);
            if (section is null || !section.IsOpen)
            {
                return new NoSuchRecord();
            }

            var made = await planning.MakeAsync(section, time with { Group = group }, staff.Current.Id, null, ct);
            if (!made.Done)
            {
                return made.Refusal;
            }

            var done = await editing.CommitAsync(
                section,
                new ProcessStart(ContactsModule.Planned)
                {
                    Subject = made.Value.Id.Value,
                    Values = new Dictionary<string, object?> { ["kind"] = time.Kind, ["at"] = made.Value.PlannedAt },
                },
                ct
            );
            if (!done.Done)
            {
                return done.Refusal;
            }
        }

        await transaction.CommitAsync(ct);
        return group;
    }

    /// <summary>Records the outcomes of all named members or of none.</summary>
    public async Task<Outcome<int>> RecordAsync(
        IReadOnlyList<MemberOutcome> outcomes,
        string? note,
        int? seconds,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var one in outcomes)
        {
            if (await recording.TakeAsync(one.Contact, ct) is not { } taken)
            {
                return new NoSuchRecord();
            }

            var came = one.Outcome is "complied" or "notComplied";
            var done = await recording.RecordAsync(
                taken,
                new ContactOutcome(
                    came,
                    came ? one.Outcome == "complied" : null,
                    came ? null : one.Outcome,
                    note,
                    null,
                    seconds is { } all ? Math.Max(1, all / outcomes.Count) : null
                ),
                one.Version,
                ct
            );
            if (!done.Done)
            {
                return done.Refusal;
            }
        }

        await transaction.CommitAsync(ct);
        return outcomes.Count;
    }
}
