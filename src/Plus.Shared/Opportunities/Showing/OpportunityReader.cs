using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Opportunities;
using Plus.Law.Tasks;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Opportunities.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Opportunities.Showing;

/// <summary>An opportunity with the obligation it is about and what put it off.</summary>
public sealed record OpportunityCard(Opportunity Opportunity, Obligation? Obligation, PutOff? PutOff);

/// <summary>Gathers what opportunities are judged by, and asks the law.</summary>
public sealed class OpportunityReader(PlusDb db, ObligationReader obligations, CurrentRules rules, PlusClock clock)
{
    /// <summary>The cards of a section already found within reach: what can be proposed first.</summary>
    public async Task<IReadOnlyList<OpportunityCard>> OfAsync(Section section, CancellationToken ct)
    {
        var today = clock.Today;
        var lines = (await obligations.OfSectionAsync(section.Id, ct))
            .Where(l => l.Obligation.EndReason is null && l.Obligation.BindsOn(today))
            .ToList();
        var facts = await FactsAsync(section, lines, ct);
        var off = await db.Set<PutOff>()
            .AsNoTracking()
            .Where(p => p.SectionId == section.Id && p.Until >= today)
            .OrderByDescending(p => p.Until)
            .ToListAsync(ct);
        var byId = lines.ToDictionary(l => l.Obligation.Id.ToString(), l => l.Obligation, StringComparer.Ordinal);
        return
        [
            .. OpportunityRules
                .Of(facts, today, (await rules.ReadAsync(ct)).Parameters)
                .Select(o => new OpportunityCard(
                    o,
                    byId.GetValueOrDefault(o.Reference),
                    off.Find(p => p.Opportunity == o.Code && (p.ObligationId?.ToString() ?? "") == o.Reference)
                ))
                .OrderBy(c => c.PutOff is not null)
                .ThenBy(c => Rank(c.Opportunity.State)),
        ];
    }

    private async Task<OpportunityFacts> FactsAsync(Section section, List<ObligationLine> lines, CancellationToken ct)
    {
        var today = clock.Today;
        var breaches = await db.Set<Breach>()
            .AsNoTracking()
            .Where(b => b.SectionId == section.Id && b.WithdrawnOn == null && b.Justified != true)
            .ToListAsync(ct);
        var late = await db.Set<DueTaskRow>()
            .CountAsync(t => t.SectionId == section.Id && t.Kind == TaskKinds.PlanStep && t.DueOn < today, ct);
        var level = await db.Set<ContactNorm>()
            .Where(n => n.SectionId == section.Id)
            .Select(n => n.Level)
            .SingleOrDefaultAsync(ct);
        var missed = await db.Set<Contact>()
            .Where(c => c.SectionId == section.Id && c.State == ContactState.Missed)
            .MaxAsync(c => (DateTimeOffset?)c.PlannedAt, ct);
        var ids = lines.Select(l => l.Obligation.Id).ToList();
        var violated = await db.Set<ObligationCheck>()
            .Where(c => ids.Contains(c.ObligationId) && c.Finding == "violated")
            .GroupBy(c => c.ObligationId)
            .Select(g => new { g.Key, On = g.Max(c => c.OnDay) })
            .ToDictionaryAsync(g => g.Key, g => (DateOnly?)g.On, ct);
        return new OpportunityFacts(
            section.Measure,
            section.TermStartsOn,
            section.TermEndsOn,
            [.. breaches.Select(b => b.OccurredOn)],
            breaches.Count(b => b.AnsweredOn is null || b.Unserved || b.Undecided),
            late,
            [
                .. lines.Select(l => new BindingObligation(
                    l.Obligation.Id.ToString(),
                    l.Obligation.Kind,
                    l.Obligation.SetBy,
                    l.Obligation.From,
                    l.LastFinding,
                    violated.GetValueOrDefault(l.Obligation.Id)
                )),
            ],
            level,
            missed is { } at ? [PlusClock.DayOf(at)] : []
        );
    }

    private static int Rank(string state) =>
        state switch
        {
            OpportunityState.Met => 0,
            OpportunityState.Nearly => 1,
            _ => 2,
        };
}
