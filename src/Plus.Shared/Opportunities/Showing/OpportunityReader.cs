using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Opportunities;
using Plus.Law.Tasks;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Opportunities.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Records;

namespace Plus.Shared.Opportunities.Showing;

/// <summary>An opportunity with the obligation it is about and what put it off.</summary>
public sealed record OpportunityCard(Opportunity Opportunity, Obligation? Obligation, PutOff? PutOff);

/// <summary>Gathers what opportunities are judged by, for one section or for a caseload at once, and asks the law.</summary>
public sealed class OpportunityReader(PlusDb db, CurrentRules rules, PlusClock clock)
{
    /// <summary>The cards of a section already found within reach: what can be proposed first.</summary>
    public async Task<IReadOnlyList<OpportunityCard>> OfAsync(Section section, CancellationToken ct) =>
        (await OfManyAsync([section], ct))[section.Id];

    /// <summary>The cards of sections already found within reach; as many questions for a hundred sections as for one.</summary>
    public async Task<IReadOnlyDictionary<SectionId, IReadOnlyList<OpportunityCard>>> OfManyAsync(
        IReadOnlyList<Section> sections,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var known = await GatherAsync([.. sections.Select(s => s.Id)], ct);
        return sections.ToDictionary(
            s => s.Id,
            s =>
                (IReadOnlyList<OpportunityCard>)
                    [
                        .. OpportunityRules
                            .Of(FactsOf(s, known), today, parameters)
                            .Select(o => known.CardOf(s.Id, o))
                            .OrderBy(c => c.PutOff is not null)
                            .ThenBy(c => Rank(c.Opportunity.State)),
                    ]
        );
    }

    private async Task<Known> GatherAsync(List<SectionId> ids, CancellationToken ct)
    {
        var today = clock.Today;
        var obligations = await db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => ids.Contains(o.SectionId) && o.EndReason == null)
            .ToListAsync(ct);
        var binding = obligations.Where(o => o.BindsOn(today)).OrderByDescending(o => o.From).ToList();
        var bindingIds = binding.ConvertAll(o => o.Id);
        var checks = await db.Set<ObligationCheck>()
            .AsNoTracking()
            .Where(c => bindingIds.Contains(c.ObligationId))
            .ToListAsync(ct);
        var breaches = await db.Set<Breach>()
            .AsNoTracking()
            .Where(b => ids.Contains(b.SectionId) && b.WithdrawnOn == null && b.Justified != true)
            .ToListAsync(ct);
        var late = await db.Set<DueTaskRow>()
            .Where(t => ids.Contains(t.SectionId) && t.Kind == TaskKinds.PlanStep && t.DueOn < today)
            .GroupBy(t => t.SectionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var levels = await db.Set<ContactNorm>()
            .Where(n => ids.Contains(n.SectionId))
            .ToDictionaryAsync(n => n.SectionId, n => n.Level, ct);
        var missed = await db.Set<Contact>()
            .Where(c => c.SectionId != null && ids.Contains(c.SectionId.Value) && c.State == ContactState.Missed)
            .GroupBy(c => c.SectionId)
            .Select(g => new { g.Key, At = g.Max(c => c.PlannedAt) })
            .ToDictionaryAsync(g => g.Key!.Value, g => g.At, ct);
        var off = await db.Set<PutOff>()
            .AsNoTracking()
            .Where(p => ids.Contains(p.SectionId) && p.Until >= today)
            .OrderByDescending(p => p.Until)
            .ToListAsync(ct);
        return new Known(
            binding.ToLookup(o => o.SectionId),
            checks.ToLookup(c => c.ObligationId),
            breaches.ToLookup(b => b.SectionId),
            late,
            levels,
            missed,
            off.ToLookup(p => p.SectionId)
        );
    }

    private static OpportunityFacts FactsOf(Section section, Known known)
    {
        var breaches = known.Breaches[section.Id].ToList();
        return new OpportunityFacts(
            section.Measure,
            section.TermStartsOn,
            section.TermEndsOn,
            [.. breaches.Select(b => b.OccurredOn)],
            breaches.Count(b => b.AnsweredOn is null || b.Unserved || b.Undecided),
            known.Late.GetValueOrDefault(section.Id),
            [
                .. known
                    .Obligations[section.Id]
                    .Select(o => new BindingObligation(
                        o.Id.ToString(),
                        o.Kind,
                        o.SetBy,
                        o.From,
                        known.Checks[o.Id].OrderBy(c => c.OnDay).ThenBy(c => c.Id).LastOrDefault()?.Finding,
                        known.Checks[o.Id].Where(c => c.Finding == "violated").Max(c => (DateOnly?)c.OnDay)
                    )),
            ],
            known.Levels.GetValueOrDefault(section.Id),
            known.Missed.TryGetValue(section.Id, out var at) ? [PlusClock.DayOf(at)] : []
        );
    }

    private static int Rank(string state) =>
        state switch
        {
            OpportunityState.Met => 0,
            OpportunityState.Nearly => 1,
            _ => 2,
        };

    /// <summary>What is known of the sections asked about.</summary>
    private sealed record Known(
        ILookup<SectionId, Obligation> Obligations,
        ILookup<Guid, ObligationCheck> Checks,
        ILookup<SectionId, Breach> Breaches,
        Dictionary<SectionId, int> Late,
        Dictionary<SectionId, string> Levels,
        Dictionary<SectionId, DateTimeOffset> Missed,
        ILookup<SectionId, PutOff> Off
    )
    {
        public OpportunityCard CardOf(SectionId section, Opportunity opportunity) =>
            new(
                opportunity,
                Obligations[section].FirstOrDefault(o => o.Id.ToString() == opportunity.Reference),
                Off[section]
                    .FirstOrDefault(p =>
                        p.Opportunity == opportunity.Code && (p.ObligationId?.ToString() ?? "") == opportunity.Reference
                    )
            );
    }
}
