using Plus.Law.Obligations;

namespace Plus.Law.Applications;

/// <summary>What a client under supervision or observation asks or tells; texts <c>law.application.&lt;code&gt;</c>.</summary>
public static class ApplicationKinds
{
    public const string LeaveResidence = "leave_residence";
    public const string ForeignTravel = "foreign_travel";
    public const string ResidenceChange = "residence_change";
    public const string WorkChange = "work_change";
    public const string StudyChange = "study_change";

    public static IReadOnlyList<string> All { get; } =
    [LeaveResidence, ForeignTravel, ResidenceChange, WorkChange, StudyChange];

    public static bool IsKnown(string? code) => code is not null && All.Contains(code);

    /// <summary>The client goes away and comes back; the others change something for good.</summary>
    public static bool IsAbsence(string kind) => kind is LeaveResidence or ForeignTravel;

    /// <summary>Measures whose clients are bound by these duties: those that know obligations.</summary>
    public static bool Bind(string measure) => ObligationKinds.RegimeOf(measure) is not null;
}

/// <summary>What an application came to; texts <c>law.application_outcome.&lt;code&gt;</c>.</summary>
public static class ApplicationOutcome
{
    public const string Granted = "granted";
    public const string Refused = "refused";

    /// <summary>The duty was to tell, not to ask: it was taken note of.</summary>
    public const string Noted = "noted";

    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } = [Granted, Refused, Noted, Withdrawn];

    /// <summary>The outcomes that fit: what needs a decision is granted or refused, what does not is noted.</summary>
    public static IReadOnlyList<string> Of(bool needsDecision) =>
        needsDecision ? [Granted, Refused, Withdrawn] : [Noted, Withdrawn];
}
