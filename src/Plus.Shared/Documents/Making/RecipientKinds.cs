namespace Plus.Shared.Documents.Making;

/// <summary>Kinds of whom documents are sent to, as the share of electronically signed ones counts them.</summary>
public static class RecipientKinds
{
    public static IReadOnlyList<string> All { get; } =
    ["person", "court", "prosecutor", "police", "prison", "state", "municipality", "legalPerson"];

    /// <summary>The kind of who issued a founding document.</summary>
    public static string OfIssuer(string? issuerKind) =>
        issuerKind is not null && All.Contains(issuerKind) ? issuerKind : "state";

    /// <summary>State and municipal bodies.</summary>
    public static bool IsInstitution(string kind) => kind is not ("person" or "legalPerson");
}
