namespace Plus.Law.Breaches;

/// <summary>What a violation waits for; texts <c>breaches.wait.&lt;code&gt;</c>.</summary>
public enum BreachWait
{
    /// <summary>Nothing more: justified, answered or withdrawn.</summary>
    Nothing,

    /// <summary>The client's explanation is awaited.</summary>
    Explanation,

    /// <summary>The client named a reason; its evidence is awaited.</summary>
    Evidence,

    /// <summary>Somebody is to say whether the reason is justified.</summary>
    Judgement,

    /// <summary>Found unjustified; somebody is to choose what follows.</summary>
    Response,

    /// <summary>A warning was written and is to be served.</summary>
    Serving,

    /// <summary>Submitted; the decision is awaited.</summary>
    Decision,
}

/// <summary>The way of one violation so far. All days are days of the legal calendar; the last day of a term counts.</summary>
/// <param name="ExplanationDueOn">Last day for the explanation; null when none was asked.</param>
/// <param name="ExplainedOn">Day on which the client was heard; null while not.</param>
/// <param name="EvidenceDueOn">Last day for the evidence; null when none is awaited.</param>
/// <param name="Justified">Null while not judged.</param>
public sealed record BreachCourse(
    DateOnly RecordedOn,
    DateOnly? ExplanationDueOn,
    DateOnly? ExplainedOn,
    DateOnly? EvidenceDueOn,
    bool? Justified,
    DateOnly? JudgedOn
)
{
    public bool Withdrawn { get; init; }

    /// <summary>Day of the answer (talk, warning, submission); null while there is none.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The answer is a warning that nobody has served yet.</summary>
    public bool AnswerIsUnserved { get; init; }

    /// <summary>The answer went to a court or a prosecutor, who has not decided yet.</summary>
    public bool AnswerIsUndecided { get; init; }
}

/// <summary>Where a violation stands on a day.</summary>
/// <param name="Since">Day from which it waits for this.</param>
/// <param name="DueOn">Last day of the term set to the client; null where the client has none.</param>
public sealed record BreachStanding(BreachWait Waits, DateOnly Since, DateOnly? DueOn);

/// <summary>
/// Where a violation stands. Time alone does one thing: when the day for the explanation or the evidence has passed, the
/// reason may be judged without it. Nobody is warned and nothing is submitted by itself; a person decides.
/// </summary>
public static class BreachCourses
{
    public static BreachStanding On(BreachCourse course, DateOnly today)
    {
        if (course.Withdrawn || course.Justified == true)
        {
            return new(BreachWait.Nothing, course.JudgedOn ?? course.RecordedOn, null);
        }

        if (course.AnsweredOn is { } answered)
        {
            var waits =
                course.AnswerIsUnserved ? BreachWait.Serving
                : course.AnswerIsUndecided ? BreachWait.Decision
                : BreachWait.Nothing;
            return new(waits, answered, null);
        }

        return course.Justified == false
            ? new(BreachWait.Response, course.JudgedOn ?? course.RecordedOn, null)
            : BeforeJudgement(course, today);
    }

    private static BreachStanding BeforeJudgement(BreachCourse course, DateOnly today)
    {
        if (course.EvidenceDueOn is { } evidence)
        {
            return today <= evidence
                ? new(BreachWait.Evidence, course.ExplainedOn ?? course.RecordedOn, evidence)
                : new(BreachWait.Judgement, evidence, null);
        }

        if (course.ExplainedOn is { } explained)
        {
            return new(BreachWait.Judgement, explained, null);
        }

        return course.ExplanationDueOn is { } due && today <= due
            ? new(BreachWait.Explanation, course.RecordedOn, due)
            : new(BreachWait.Judgement, course.ExplanationDueOn ?? course.RecordedOn, null);
    }
}
