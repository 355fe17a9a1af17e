using Plus.Law.Rules;

namespace Plus.Law.Plans;

/// <summary>How ready a person is to change, one need at a time; texts <c>law.change_stage.&lt;code&gt;</c>.</summary>
public static class ChangeStage
{
    /// <summary>In order: a higher place is further on. A relapse is a step back to the lowest but one.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["precontemplation", "relapse", "contemplation", "preparation", "action", "maintenance"];

    /// <summary>Place from 0 upward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Unknown stage.</exception>
    public static int PlaceOf(string stage)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == stage)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage.");
    }
}

/// <summary>Where a need is going; texts <c>law.stage_trend.&lt;code&gt;</c>.</summary>
public static class StageTrend
{
    public const string Progress = "progress";
    public const string Regress = "regress";
    public const string Stagnation = "stagnation";

    /// <summary>Too early to say: one observation, or the same stage for a short time.</summary>
    public const string Unknown = "unknown";

    /// <summary>The trend of a need's stages: the last change decides, unless the stage has stayed the same for longer than
    /// the set number of days (a parameter of the Service).</summary>
    /// <param name="observed">Days and stages in any order; of two on one day the later in the list counts.</param>
    public static string Of(
        IReadOnlyCollection<(DateOnly OnDay, string Stage)> observed,
        DateOnly today,
        LegalParameters parameters
    )
    {
        var places = observed
            .Select((o, place) => (o.OnDay, Place: ChangeStage.PlaceOf(o.Stage), Order: place))
            .OrderBy(o => o.OnDay)
            .ThenBy(o => o.Order)
            .ToList();
        if (places.Count == 0)
        {
            return Unknown;
        }

        var last = places[^1].Place;
        var since = places.FindLastIndex(p => p.Place != last) + 1;
        var days = parameters.Get(ParameterCodes.PlanStagnationDays, today).WholeNumber;
        if (today.DayNumber - places[since].OnDay.DayNumber >= days && last < ChangeStage.All.Count - 1)
        {
            return Stagnation;
        }

        return since == 0 ? Unknown
            : last > places[since - 1].Place ? Progress
            : Regress;
    }
}
