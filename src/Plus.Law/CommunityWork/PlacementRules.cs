using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>A client as placing needs to know them, on the first day of the placement.</summary>
/// <param name="Offences">Groups of <see cref="OffenceGroups"/> of all offences known.</param>
/// <param name="Skills">Codes of what the client knows how to do.</param>
/// <param name="HealthLimits">Codes of what the client's health does not bear; empty when none are known to who asks.</param>
public sealed record PlacementClient(
    bool IsMinor,
    IReadOnlySet<string> Offences,
    IReadOnlySet<string> Skills,
    IReadOnlySet<string> HealthLimits,
    FreeHours Free
);

/// <summary>A site and a kind of work there, on the first day of the placement.</summary>
/// <param name="HostIsTrained">The host's training in children's rights is good on that day.</param>
/// <param name="Strains">What the work asks of a person's health.</param>
/// <param name="FreePlaces">Places left on each weekday, Monday first.</param>
/// <param name="MeetsSomebody">Somebody the client must not meet works there on a day on which the client could.</param>
/// <param name="Kilometres">About how far from where the client lives; null when not known.</param>
public sealed record PlacementSite(
    bool HostTakesMinors,
    bool HostIsTrained,
    IReadOnlySet<string> RefusedOffences,
    bool NearChildren,
    bool Heavy,
    IReadOnlySet<string> Skills,
    IReadOnlySet<string> Strains,
    IReadOnlyList<int> FreePlaces,
    bool MeetsSomebody,
    bool IsPriority,
    int? Kilometres
);

/// <summary>A reason for or against a placement; its text is <c>law.placement.&lt;code&gt;</c>.</summary>
/// <param name="Binds">A rule of the Service: without a reason to override it the placement is refused.</param>
public sealed record FitReason(
    string Code,
    bool Binds,
    LegalSource? Source,
    IReadOnlyDictionary<string, object> Values
);

/// <summary>How well a site fits a client: the higher the score, the better.</summary>
public sealed record PlacementFit(int Score, IReadOnlyList<FitReason> For, IReadOnlyList<FitReason> Against)
{
    public bool IsRefused => Against.Any(r => r.Binds);
}

/// <summary>
/// What speaks for and against placing a client at a site. The rules are the Service's own and each can be switched off
/// from a day on (parameters <c>placement.*</c>, unverified); what a rule does not bind is told all the same.
/// </summary>
public static class PlacementRules
{
    public const string MinorUntrainedHost = "minor_untrained_host";
    public const string MinorsNotTaken = "minors_not_taken";
    public const string NearChildren = "near_children";
    public const string OffenceNotTaken = "offence_not_taken";
    public const string MustNotMeet = "must_not_meet";
    public const string HealthForbids = "health_forbids";
    public const string NoFreePlace = "no_free_place";
    public const string SkillMissing = "skill_missing";
    public const string FarAway = "far_away";
    public const string SkillFits = "skill_fits";
    public const string Near = "near";
    public const string FreePlaces = "free_places";
    public const string Priority = "priority";

    private const int NearKilometres = 10;
    private const int FarKilometres = 30;

    public static PlacementFit Judge(
        PlacementClient client,
        PlacementSite site,
        DateOnly day,
        LegalParameters parameters
    )
    {
        var days = Enumerable.Range(0, 7).Count(d => site.FreePlaces[d] > 0 && client.Free.Days[d].Count > 0);
        var against = new List<FitReason>();
        var reasons = new List<FitReason>();
        AgainstByRules(client, site, days, day, parameters, against);
        var missing = site.Skills.Except(client.Skills, StringComparer.Ordinal).Count();
        if (missing > 0)
        {
            against.Add(Plain(SkillMissing, ("count", missing)));
        }
        if (site.Kilometres > FarKilometres)
        {
            against.Add(Plain(FarAway, ("km", site.Kilometres.Value)));
        }
        var fits = site.Skills.Intersect(client.Skills, StringComparer.Ordinal).Count();
        if (fits > 0)
        {
            reasons.Add(Plain(SkillFits, ("count", fits)));
        }
        if (site.Kilometres <= NearKilometres)
        {
            reasons.Add(Plain(Near, ("km", site.Kilometres.Value)));
        }
        if (days > 0)
        {
            reasons.Add(Plain(FreePlaces, ("days", days)));
        }
        if (site.IsPriority)
        {
            reasons.Add(Plain(Priority));
        }
        var score =
            (days * 6)
            + (fits * 15)
            - (missing * 15)
            + (site.IsPriority ? 12 : 0)
            - Math.Min(site.Kilometres ?? FarKilometres, 120)
            - (against.Count(r => r.Binds) * 1000);
        return new PlacementFit(score, reasons, against);
    }

    private static void AgainstByRules(
        PlacementClient client,
        PlacementSite site,
        int days,
        DateOnly day,
        LegalParameters parameters,
        List<FitReason> against
    )
    {
        void Rule(bool speaks, string code, string parameter)
        {
            if (speaks)
            {
                var rule = parameters.Get(parameter, day);
                against.Add(new FitReason(code, rule.IsYes, rule.LegalSource, new Dictionary<string, object>()));
            }
        }

        Rule(client.IsMinor && !site.HostIsTrained, MinorUntrainedHost, ParameterCodes.PlacementMinorNeedsTraining);
        Rule(client.IsMinor && !site.HostTakesMinors, MinorsNotTaken, ParameterCodes.PlacementHostLimits);
        Rule(
            site.NearChildren && client.Offences.Contains(OffenceGroups.AgainstChildren),
            NearChildren,
            ParameterCodes.PlacementAwayFromChildren
        );
        Rule(client.Offences.Overlaps(site.RefusedOffences), OffenceNotTaken, ParameterCodes.PlacementHostLimits);
        Rule(site.MeetsSomebody, MustNotMeet, ParameterCodes.PlacementMustNotMeet);
        var heavy = site.Heavy && client.HealthLimits.Contains("lifting");
        Rule(heavy || client.HealthLimits.Overlaps(site.Strains), HealthForbids, ParameterCodes.PlacementHealthLimits);
        Rule(days == 0, NoFreePlace, ParameterCodes.PlacementFreePlaces);
    }

    private static FitReason Plain(string code, params (string Name, object Value)[] values) =>
        new(code, false, null, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));
}
