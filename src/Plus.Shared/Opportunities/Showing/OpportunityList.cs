using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Obligations;
using Plus.Law.Opportunities;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Opportunities.Showing;

/// <summary>An opportunity of a caseload: whose it is and how it stands.</summary>
public sealed record OpportunityRow(
    SectionId Section,
    ClientId Client,
    string Name,
    string Measure,
    OpportunityCard Card
);

/// <summary>What could be proposed over a caseload or an office: what holds, then what nearly does. What was put off and
/// what is far from holding is not listed.</summary>
public sealed class OpportunityList(PlusDb db, StaffAccessor staff, OpportunityReader reader)
{
    /// <summary>So many sections are looked at, those whose term ends first; more than any office has.</summary>
    public const int Most = 1_000;

    private static readonly string[] Measures =
    [
        .. MeasureCode.All.Where(m => ObligationKinds.RegimeOf(m) is not null),
    ];

    public async Task<List<OpportunityRow>> ReadAsync(bool own, bool metOnly, string permission, CancellationToken ct)
    {
        var me = staff.Current.Id;
        var sections = await (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, permission)
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where
                s.ClosedOn == null
                && s.AnnulledOn == null
                && Measures.Contains(s.Measure)
                && (!own || s.ManagerId == me)
            orderby s.TermEndsOn, s.Id
            select new { Section = s, Name = c.Surname + " " + c.GivenName }
        )
            .Take(Most)
            .ToListAsync(ct);
        if (sections.Count == 0)
        {
            return [];
        }

        var cards = await reader.OfManyAsync([.. sections.Select(s => s.Section)], ct);
        return
        [
            .. sections
                .SelectMany(s =>
                    cards[s.Section.Id]
                        .Where(c =>
                            c.PutOff is null
                            && (
                                c.Opportunity.State == OpportunityState.Met
                                || (!metOnly && c.Opportunity.State == OpportunityState.Nearly)
                            )
                        )
                        .Select(c => new OpportunityRow(s.Section.Id, s.Section.ClientId, s.Name, s.Section.Measure, c))
                )
                .OrderBy(r => r.Card.Opportunity.State == OpportunityState.Met ? 0 : 1)
                .ThenBy(r => r.Card.Opportunity.When ?? DateOnly.MinValue),
        ];
    }
}
