using Plus.Kernel.Ids;

namespace Plus.Kernel.Access;

/// <summary>
/// Who acts in this request: the person, where they work today and how far each of their permissions reaches.
/// Read anew for every request, so that access that was taken away ends at once.
/// </summary>
public sealed class CurrentStaff
{
    /// <summary>Nobody: no permission at all.</summary>
    public static readonly CurrentStaff Nobody = new();

    public StaffId? Id { get; init; }

    public string Name { get; init; } = "";

    public IReadOnlyDictionary<string, AccessScope> Permissions { get; init; } = new Dictionary<string, AccessScope>();

    /// <summary>The offices in which the person works today.</summary>
    public IReadOnlyList<OfficeId> Offices { get; init; } = [];

    /// <summary>All offices of the regions in which the person works today, own offices included.</summary>
    public IReadOnlyList<OfficeId> RegionOffices { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool May(string permission) => ScopeOf(permission) != AccessScope.None;

    public AccessScope ScopeOf(string permission) => Permissions.GetValueOrDefault(permission, AccessScope.None);
}

/// <summary>Holds who acts in this request. Filled once, right after authentication.</summary>
public sealed class StaffAccessor
{
    public CurrentStaff Current { get; set; } = CurrentStaff.Nobody;

    /// <summary>Where the request came from: an address for people, a name for jobs and commands.</summary>
    public string Source { get; set; } = "";
}
