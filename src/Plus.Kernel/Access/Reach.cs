using System.Globalization;
using Plus.Kernel.Ids;

namespace Plus.Kernel.Access;

/// <summary>
/// What the database is told of who acts, for the length of one statement or transaction: the second wall. A reach that
/// says nothing sees nothing.
/// </summary>
public sealed class Reach
{
    /// <summary>Every client, without looking further: the whole service with nobody closed.</summary>
    public const string All = "all";

    /// <summary>The service itself: jobs, import and counts, never a page that shows persons.</summary>
    public const string Itself = "system";

    /// <summary>Every office, short of special categories.</summary>
    public const string Everywhere = "everywhere";

    /// <summary>Nobody: no client, no case, nothing of them.</summary>
    public static readonly Reach Nobody = new() { Actor = "nobody" };

    private string? _setting;

    /// <summary>Who acts, for triggers and logs of the database: <c>staff</c> with an id, or <c>system:name</c>.</summary>
    public required string Actor { get; init; }

    public StaffId? Staff { get; init; }

    /// <summary>Words of the permissions held that policies ask for.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Offices whose sections are seen.</summary>
    public IReadOnlyList<OfficeId> Offices { get; init; } = [];

    /// <summary>The person and those whom they stand in for today: their own sections are seen.</summary>
    public IReadOnlyList<StaffId> Managers { get; init; } = [];

    /// <summary>Clients opened to the person one by one.</summary>
    public IReadOnlyList<ClientId> Granted { get; init; } = [];

    /// <summary>Clients closed to the person, whatever else would open them.</summary>
    public IReadOnlyList<ClientId> Forbidden { get; init; } = [];

    /// <summary>The day in Riga on which age and terms are measured.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The reach of the service itself, by a name that says for what: <c>import</c>, <c>job tasks.align</c>.</summary>
    public static Reach System(string name) => new() { Actor = "system:" + name, Words = [All, Itself] };

    /// <summary>The service itself acts, so that nothing is closed to it.</summary>
    public bool IsSystem => Staff is null && Words.Contains(Itself);

    /// <summary>As <c>access.enter</c> takes it. Only ids, days and codes of the house stand in it.</summary>
    public string Setting => _setting ??= Compose([]);

    /// <summary>The same with clients held open while something is written that moves them out of reach.</summary>
    public string SettingHolding(IReadOnlyCollection<ClientId> held) => held.Count == 0 ? Setting : Compose(held);

    private string Compose(IReadOnlyCollection<ClientId> held) =>
        string.Join(
            '|',
            Actor.Replace('|', ' '),
            Staff?.Value.ToString("D") ?? "",
            "," + string.Join(',', Words) + ",",
            Ids(Offices.Select(o => o.Value)),
            Ids(Managers.Select(m => m.Value)),
            Ids(Granted.Concat(held).Select(c => c.Value)),
            Ids(Forbidden.Select(c => c.Value)),
            Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    private static string Ids(IEnumerable<Guid> ids) => "{" + string.Join(',', ids.Select(i => i.ToString("D"))) + "}";
}
