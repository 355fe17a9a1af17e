using Plus.Law.Obligations;

namespace Plus.Shared.Obligations.Bans;

/// <summary>Kinds of obligation that forbid places or people.</summary>
public static class BanKinds
{
    private const string Territory = "territory_ban";

    /// <summary>Those whose places are not to be gone to; the agreed way is a place as well, but no ban.</summary>
    public static IReadOnlySet<string> OfPlaces { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "public_places_ban", "approach_ban", "child_public_places_ban" };

    /// <summary>Those that name the places or the territory themselves.</summary>
    public static IReadOnlyList<string> NamingPlaces { get; } = [.. OfPlaces, Territory];

    /// <summary>The client stays in a territory: home lies within it.</summary>
    public static bool Keeps(string kind) => kind == Territory;

    /// <summary>Those for which addresses of protected people may be written down.</summary>
    public static bool Protects(string kind) =>
        OfPlaces.Contains(kind)
        || kind is ObligationKinds.Other or ObligationKinds.ChildOther
        || ObligationKinds.Find(kind)?.Asks(ObligationParts.People) == true;
}
