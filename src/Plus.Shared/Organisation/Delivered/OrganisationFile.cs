namespace Plus.Shared.Organisation.Delivered;

/// <summary>An organisation as it stands in files: the delivered one, or a service's own. Days: the last one counts.</summary>
public sealed record OrganisationFile(
    IReadOnlyList<RegionLine> Regions,
    IReadOnlyList<OfficeLine> Offices,
    IReadOnlyList<TerritoryLine> Territories,
    IReadOnlyList<OfficeTerritoryLine> OfficeTerritories
);

public sealed record RegionLine(string Code, string Name, DateOnly From, DateOnly? To = null);

/// <param name="Region">Code of the region; null for the central administration.</param>
/// <param name="Kind">general, childrenAndYouth or central.</param>
public sealed record OfficeLine(
    string Code,
    string? Region,
    string Name,
    string Kind,
    DateOnly From,
    DateOnly? To = null
);

public sealed record TerritoryLine(string Code, string Name, DateOnly From, DateOnly? To = null);

public sealed record OfficeTerritoryLine(string Territory, string Office, DateOnly From, DateOnly? To = null);
