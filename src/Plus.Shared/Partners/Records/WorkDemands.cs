namespace Plus.Shared.Partners.Records;

/// <summary>
/// Codes of kinds of work, of skills and of what work asks of a person's health. Hosts offer and demand with them,
/// clients are described with them, and so the two can be laid side by side.
/// </summary>
public static class WorkDemands
{
    /// <summary>Texts <c>partners.work.*</c>.</summary>
    public static IReadOnlyList<string> Works { get; } =
    [
        "cleaning",
        "greenery",
        "cemetery",
        "snow",
        "firewood",
        "repairs",
        "loading",
        "kitchen",
        "care",
        "library",
        "animals",
        "office",
        "other",
    ];

    /// <summary>Texts <c>partners.skill.*</c>.</summary>
    public static IReadOnlyList<string> Skills { get; } =
    [
        "carpentry",
        "painting",
        "electrics",
        "masonry",
        "gardening",
        "chainsaw",
        "driving",
        "cooking",
        "sewing",
        "computer",
        "careOfPeople",
        "careOfAnimals",
    ];

    /// <summary>What a person's health must bear, or cannot; texts <c>partners.strain.*</c>.</summary>
    public static IReadOnlyList<string> Strains { get; } =
    ["lifting", "standing", "heights", "outdoors", "dust", "noise", "machinery", "food"];
}
