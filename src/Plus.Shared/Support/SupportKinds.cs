using Plus.Law.Sections;

namespace Plus.Shared.Support;

/// <summary>Stored codes of this room.</summary>
public static class SupportKinds
{
    public const string Rehabilitation = "rehabilitation";

    /// <summary>Specialists whose consultations are bought; texts <c>support.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Consultations { get; } =
    ["mentalHealth", "psychotherapy", "addiction", "lawyer"];

    /// <summary>What a contract is about; texts <c>support.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [Rehabilitation, .. Consultations];

    /// <summary>Who pays: the Service's budget or a project of the European Social Fund; texts <c>support.funding.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Fundings { get; } = ["budget", "esf912", "esf4346"];

    /// <summary>What a provider is; texts <c>support.providerKind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> ProviderKinds { get; } =
    ["association", "foundation", "religious", "municipal", "state", "company", "selfEmployed"];

    /// <summary>How a stay ends; texts <c>support.leave.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Leavings { get; } = ["completed", "left", Expelled, "moved", "other"];

    public const string Expelled = "expelled";

    /// <summary>How consultations end; texts <c>support.ending.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["completed", "clientStopped", "specialistStopped", "other"];

    public const string NoCost = "noCost";
    public const string Agrees = "agrees";
    public const string Disagrees = "disagrees";

    /// <summary>What the client says to the cost; texts <c>support.consent.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Consents { get; } = [NoCost, Agrees, Disagrees];

    private static readonly string[] Unsupported =
    [
        ProbationFunction.AssessmentReports.Code(),
        ProbationFunction.Mediation.Code(),
    ];

    /// <summary>Whether people of the function are clients of the Service: an accused or a party to mediation is not.</summary>
    public static bool Fits(string function) => !Unsupported.Contains(function);

    public static bool IsChild(string function) => function == ProbationFunction.ProbationObservation.Code();
}
