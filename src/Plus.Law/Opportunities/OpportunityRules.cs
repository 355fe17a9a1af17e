using Plus.Law.Obligations;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Opportunities;

/// <summary>An obligation that binds.</summary>
/// <param name="BoundSince">First day it bound.</param>
/// <param name="LastFinding">complied, partly or violated; null while never checked.</param>
/// <param name="LastViolatedOn">Day of the latest check that found it violated.</param>
public sealed record BindingObligation(
    string Reference,
    string Kind,
    string SetBy,
    DateOnly BoundSince,
    string? LastFinding,
    DateOnly? LastViolatedOn
);

/// <summary>What opportunities are judged by.</summary>
/// <param name="TermStartsOn">First day of the term; null while it does not run.</param>
/// <param name="TermLastDay">Last day of the term (included).</param>
/// <param name="Breaches">Days of violations without a justified reason.</param>
/// <param name="LiveBreaches">Violations that are not settled.</param>
/// <param name="LateSteps">Steps of the plan that are late.</param>
/// <param name="ContactLevel">Level of contacts in force; null when none is set.</param>
/// <param name="Missed">Days of contacts the client missed without a justified reason.</param>
public sealed record OpportunityFacts(
    string Measure,
    DateOnly? TermStartsOn,
    DateOnly? TermLastDay,
    IReadOnlyCollection<DateOnly> Breaches,
    int LiveBreaches,
    int LateSteps,
    IReadOnlyCollection<BindingObligation> Obligations,
    string? ContactLevel,
    IReadOnlyCollection<DateOnly> Missed
);

/// <summary>
/// What may be proposed for a client who does well: ending the measure early, easing an obligation, meeting less often. The
/// court decides on the first and the Service on the others; the numbers are dated parameters, all unverified, since no
/// source says them.
/// </summary>
public static class OpportunityRules
{
    public const string EarlyEnding = "early_ending";
    public const string EaseObligation = "ease_obligation";
    public const string FewerContacts = "fewer_contacts";

    public static IReadOnlyList<string> All { get; } = [EarlyEnding, EaseObligation, FewerContacts];

    public static IReadOnlyList<string> Criteria { get; } =
    [
        "share_served",
        "no_breaches",
        "nothing_live",
        "obligations_complied",
        "steps_in_time",
        "bound_long_enough",
        "complied_lately",
        "not_violated",
        "attended",
    ];

    public static IReadOnlyList<Opportunity> Of(OpportunityFacts facts, DateOnly today, LegalParameters parameters)
    {
        var all = new List<Opportunity>();
        var judge = new Judging(today, parameters);
        if (ShareOf(facts.Measure) is { } share && facts is { TermStartsOn: { } start, TermLastDay: { } last })
        {
            all.Add(
                new(
                    EarlyEnding,
                    "",
                    [
                        judge.Served(share, start, last),
                        judge.Clean("no_breaches", ParameterCodes.OpportunityCleanMonths, facts.Breaches),
                        Judging.None("nothing_live", facts.LiveBreaches),
                        Judging.Complied(facts.Obligations),
                        Judging.None("steps_in_time", facts.LateSteps),
                    ]
                )
            );
        }

        // What a court or a prosecutor imposed the Service does not ease; a programme ends with itself.
        foreach (
            var obligation in facts.Obligations.Where(o =>
                o is { SetBy: ObligationSource.Service } && o.Kind != ObligationKinds.Programmes
            )
        )
        {
            all.Add(
                new(
                    EaseObligation,
                    obligation.Reference,
                    [
                        judge.Bound(obligation.BoundSince),
                        Judging.CompliedLately(obligation),
                        judge.Clean(
                            "not_violated",
                            ParameterCodes.OpportunityEaseMonths,
                            obligation.LastViolatedOn is { } day ? [day] : []
                        ),
                    ]
                )
            );
        }

        if (facts.ContactLevel is Contacts.ContactLevel.High or Contacts.ContactLevel.Medium)
        {
            all.Add(
                new(
                    FewerContacts,
                    "",
                    [
                        judge.Clean("attended", ParameterCodes.OpportunityEaseMonths, facts.Missed),
                        judge.Clean("no_breaches", ParameterCodes.OpportunityEaseMonths, facts.Breaches),
                        Judging.None("nothing_live", facts.LiveBreaches),
                    ]
                )
            );
        }

        return all;
    }

    private static string? ShareOf(string measure) =>
        measure switch
        {
            MeasureCode.SuspendedSentence => ParameterCodes.EarlyEndingSuspendedSentence,
            MeasureCode.ProbationSupervision => ParameterCodes.EarlyEndingProbationSupervision,
            MeasureCode.ProbationObservation => ParameterCodes.EarlyEndingProbationObservation,
            _ => null,
        };

    private sealed class Judging(DateOnly today, LegalParameters parameters)
    {
        private readonly int _nearly = parameters.Get(ParameterCodes.OpportunityNearlyDays, today).WholeNumber;

        /// <summary>The first day on which so much of the term is served: days are rounded up.</summary>
        public OpportunityCriterion Served(string code, DateOnly start, DateOnly last)
        {
            var share = parameters.Get(code, today);
            var whole = last.DayNumber - start.DayNumber + 1;
            var needed = ((whole * share.WholeNumber) + 99) / 100;
            var when = start.AddDays(needed);
            var served = Math.Clamp(today.DayNumber - start.DayNumber, 0, whole);
            return Dated("share_served", when, share, ("served", served), ("needed", needed));
        }

        public OpportunityCriterion Clean(string code, string months, IReadOnlyCollection<DateOnly> days)
        {
            var parameter = parameters.Get(months, today);
            var count = parameter.WholeNumber;
            return days.Count == 0
                ? Dated(code, today, parameter, ("months", count))
                : Dated(code, days.Max().AddMonths(count), parameter, ("months", count));
        }

        public OpportunityCriterion Bound(DateOnly since)
        {
            var parameter = parameters.Get(ParameterCodes.OpportunityEaseMonths, today);
            return Dated(
                "bound_long_enough",
                since.AddMonths(parameter.WholeNumber),
                parameter,
                ("months", parameter.WholeNumber)
            );
        }

        public static OpportunityCriterion None(string code, int count) =>
            new(code, count == 0 ? OpportunityState.Met : OpportunityState.NotMet, null, null, Named(("count", count)));

        public static OpportunityCriterion Complied(IReadOnlyCollection<BindingObligation> obligations)
        {
            var not = obligations.Count(o => o.LastFinding is "violated" or "partly");
            var open = obligations.Count(o => o.LastFinding is null);
            return new(
                "obligations_complied",
                not > 0 ? OpportunityState.NotMet
                    : open > 0 ? OpportunityState.Nearly
                    : OpportunityState.Met,
                null,
                null,
                Named(("not", not), ("unchecked", open))
            );
        }

        public static OpportunityCriterion CompliedLately(BindingObligation obligation) =>
            new(
                "complied_lately",
                obligation.LastFinding switch
                {
                    "complied" => OpportunityState.Met,
                    null or "partly" => OpportunityState.Nearly,
                    _ => OpportunityState.NotMet,
                },
                null,
                null,
                Named()
            );

        private OpportunityCriterion Dated(
            string code,
            DateOnly when,
            LegalParameter parameter,
            params (string Name, object Value)[] values
        ) =>
            when <= today
                ? new(code, OpportunityState.Met, null, parameter, Named(values))
                : new(
                    code,
                    when <= today.AddDays(_nearly) ? OpportunityState.Nearly : OpportunityState.NotMet,
                    when,
                    parameter,
                    Named(values)
                );

        private static Dictionary<string, object> Named(params (string Name, object Value)[] values) =>
            values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
    }
}
