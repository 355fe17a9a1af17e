using Plus.Kernel.Access;

namespace Plus.Shared.Access;

/// <summary>
/// Categories of data that need a permission of their own beside the scope (law on personal data in criminal proceedings,
/// art. 10). One's own section needs none for offence and age: its work cannot be done without knowing.
/// </summary>
public static class SpecialCategories
{
    /// <summary>Sections of a sexual offence.</summary>
    public const string SexualOffence = "special.sexualOffence";

    /// <summary>Clients who are children today.</summary>
    public const string Minors = "special.minors";

    /// <summary>Victims of mediation, which lie apart from the offender's record.</summary>
    public const string Victims = "special.victims";

    /// <summary>Disability and what else is known of health.</summary>
    public const string Health = "special.health";

    /// <summary>Persons under protection; only whose own case it is sees them without.</summary>
    public const string Protected = "special.protected";

    /// <summary>Electronic monitoring.</summary>
    public const string Monitoring = "special.monitoring";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(SexualOffence) { Word = "sexualOffence" },
        new(Minors) { Word = "minors" },
        new(Victims) { Word = "victims" },
        new(Health) { Word = "health" },
        new(Protected),
        new(Monitoring) { Word = "monitoring" },
    ];

    /// <summary>Words without which even the whole service's scope leaves clients out.</summary>
    public static IReadOnlyList<string> WordsOfRows { get; } = ["sexualOffence", "minors"];
}
