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

    /// <summary>What the database is told of the person; the query's wall reads the same lists.</summary>
    public Reach Reach { get; init; } = Reach.Nobody;

    /// <summary>Permissions with which a record opened to the person one by one may be read.</summary>
    public IReadOnlySet<string> Readings { get; init; } = new HashSet<string>();

    /// <summary>Clients opened to the person one by one, and for what: the purpose that each view is logged with.</summary>
    public IReadOnlyDictionary<ClientId, string> OpenedFor { get; init; } = new Dictionary<ClientId, string>();

    /// <summary>
    /// The purpose that the person's work as a whole has: keeping a register, for instance. Null where each record outside
    /// the own caseload needs its own.
    /// </summary>
    public string? Purpose { get; init; }

    public bool May(string permission) => ScopeOf(permission) != AccessScope.None;

    public AccessScope ScopeOf(string permission) => Permissions.GetValueOrDefault(permission, AccessScope.None);
}

/// <summary>Holds who acts in this request. Filled once, right after authentication.</summary>
public sealed class StaffAccessor
{
    private Reach? _system;

    public CurrentStaff Current { get; set; } = CurrentStaff.Nobody;

    /// <summary>Where the request came from: an address for people, a name for jobs and commands.</summary>
    public string Source { get; set; } = "";

    /// <summary>What the database is told at this moment.</summary>
    public Reach Reach => _system ?? Current.Reach;

    /// <summary>
    /// Lets the service itself act, under a name, until disposed: for work that no person's reach covers, such as taking
    /// in a document or counting the country. What is read so is not shown. Begun before the transaction it is for.
    /// </summary>
    public IDisposable AsSystem(string name)
    {
        var before = _system;
        _system = Reach.System(name);
        return new Ending(() => _system = before);
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
