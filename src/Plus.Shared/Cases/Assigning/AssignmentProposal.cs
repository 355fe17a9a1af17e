using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Assignment;
using Plus.Law.Identity;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Trainings;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Cases.Assigning;

/// <summary>A person proposed for a section, with what speaks for and against.</summary>
/// <param name="StandIn">Who stands in while the person is away; null when nobody is known.</param>
public sealed record ProposedPerson(StaffId Id, string Name, RankedCandidate Ranked, string? StandIn);

/// <summary>The proposal for a section: people in order, and what goes along.</summary>
/// <param name="OtherOffice">The office that is competent by the client's address, where it is another one.</param>
public sealed record Proposal(
    IReadOnlyList<ProposedPerson> People,
    decimal Average,
    int Tasks,
    int Overdue,
    int Contacts,
    OfficeId? OtherOffice
);

/// <summary>Reads who may take a section over and asks the law in which order they are proposed.</summary>
public sealed class AssignmentProposal(
    PlusDb db,
    TransferTargets targets,
    StaffCompetence competence,
    CurrentRules rules
)
{
    public async Task<Proposal> ReadAsync(SectionView view, DateOnly today, CancellationToken ct)
    {
        var section = view.Section;
        var people = section.OfficeId is { } office ? await targets.PeopleAsync(office, today, ct) : [];
        var ids = people.Select(p => p.Id).ToList();
        var load = await LoadAsync(ids, ct);
        var trained = await competence.ValidAsync(today, ct);
        var (before, others) = await KnownAsync(section, ct);
        var away = await AwayAsync(ids, today, ct);
        var candidates = people.Select(p => new AssignmentCandidate(
            p.Id.ToString(),
            load.GetValueOrDefault(p.Id),
            trained.TryGetValue(p.Id, out var valid) ? [.. valid] : [],
            others.Contains(p.Id),
            before.Contains(p.Id),
            away.GetValueOrDefault(p.Id)?.To
        ));
        var ranked = AssignmentRank.Of(
            new AssignmentCase(section.SexualOffence, PersonAge.AgeOn(view.Client.BirthDate, today)),
            [.. candidates],
            today,
            (await rules.ReadAsync(ct)).Parameters
        );
        var names = people.ToDictionary(p => p.Id.ToString(), StringComparer.Ordinal);
        return new Proposal(
            [
                .. ranked.Select(r =>
                {
                    var person = names[r.Candidate.Reference];
                    return new ProposedPerson(person.Id, person.Name, r, away.GetValueOrDefault(person.Id)?.StandIn);
                }),
            ],
            ranked.Count == 0 ? 0 : decimal.Round((decimal)ranked.Average(r => r.Candidate.OpenSections), 1),
            await db.Set<DueTaskRow>().CountAsync(t => t.SectionId == section.Id, ct),
            await db.Set<DueTaskRow>().CountAsync(t => t.SectionId == section.Id && t.DueOn < today, ct),
            await db.Set<Contact>().CountAsync(c => c.SectionId == section.Id && c.State == ContactState.Planned, ct),
            await ElsewhereAsync(section, today, ct)
        );
    }

    private async Task<Dictionary<StaffId, int>> LoadAsync(List<StaffId> ids, CancellationToken ct) =>
        await db.Set<Section>()
            .Where(s => s.ManagerId != null && ids.Contains(s.ManagerId.Value))
            .Where(s => s.ClosedOn == null && s.AnnulledOn == null)
            .GroupBy(s => s.ManagerId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private async Task<(HashSet<StaffId> Before, HashSet<StaffId> Others)> KnownAsync(
        Section section,
        CancellationToken ct
    )
    {
        var managers = await (
            from a in db.Set<Assignment>()
            join s in db.Set<Section>() on a.SectionId equals s.Id
            where s.ClientId == section.ClientId && a.ManagerId != null
            select new
            {
                Manager = a.ManagerId!.Value,
                Other = s.Id != section.Id && a.To == null && s.ClosedOn == null && s.AnnulledOn == null,
            }
        ).ToListAsync(ct);
        return ([.. managers.Select(m => m.Manager)], [.. managers.Where(m => m.Other).Select(m => m.Manager)]);
    }

    private async Task<Dictionary<StaffId, Absence>> AwayAsync(List<StaffId> ids, DateOnly today, CancellationToken ct)
    {
        var rows = await (
            from u in db.Set<Substitution>()
            join s in db.Set<Staff>() on u.StandInId equals s.Id
            where ids.Contains(u.AbsentId) && u.From <= today && u.To >= today
            select new
            {
                u.AbsentId,
                u.To,
                Name = s.GivenName + " " + s.Surname,
            }
        ).ToListAsync(ct);
        return rows.GroupBy(r => r.AbsentId)
            .ToDictionary(g => g.Key, g => new Absence(g.Max(r => r.To), string.Join(", ", g.Select(r => r.Name))));
    }

    private async Task<OfficeId?> ElsewhereAsync(Section section, DateOnly today, CancellationToken ct)
    {
        var addresses = await db.Set<Clients.Records.ClientAddress>()
            .AsNoTracking()
            .Where(a => a.ClientId == section.ClientId && a.To == null)
            .ToListAsync(ct);
        var competent = TerritorialCompetence.Choose(null, addresses, await TerritoryMap.LoadAsync(db, ct), today);
        return competent.Office == section.OfficeId ? null : competent.Office;
    }

    private sealed record Absence(DateOnly To, string StandIn);
}
