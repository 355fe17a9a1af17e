using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;

namespace Plus.Shared.Access.Reaching;

/// <summary>
/// The one place that knows how far a person reaches: from the scopes of their permissions, their offices, those whom
/// they stand in for, what was opened to them and what is closed to them. Queries and the database's policies both apply
/// what is said here.
/// </summary>
public static class StaffReach
{
    /// <summary>The same person with their reach.</summary>
    public static CurrentStaff Tell(
        CurrentStaff staff,
        ModuleList modules,
        DateOnly today,
        OpenedAndClosed? lists = null
    )
    {
        lists ??= OpenedAndClosed.None;
        var held = modules.All.SelectMany(m => m.Permissions).Where(p => staff.May(p.Code)).ToList();
        var widest = held.Where(p => p.OfPeople).Select(p => staff.ScopeOf(p.Code)).DefaultIfEmpty().Max();
        var words = held.Select(p => p.Word).OfType<string>().Distinct().ToList();
        if (widest == AccessScope.Service)
        {
            words.Add(Reach.Everywhere);
            if (lists.Closed.Count == 0 && SpecialCategories.WordsOfRows.All(words.Contains))
            {
                words.Add(Reach.All);
            }
        }

        return new CurrentStaff
        {
            Id = staff.Id,
            Name = staff.Name,
            Permissions = staff.Permissions,
            Offices = staff.Offices,
            RegionOffices = staff.RegionOffices,
            Roles = staff.Roles,
            Purpose = staff.Purpose,
            Readings = held.Where(p => p.Reads).Select(p => p.Code).ToHashSet(StringComparer.Ordinal),
            OpenedFor = lists
                .Opened.Zip(lists.Purposes ?? [])
                .GroupBy(o => o.First)
                .ToDictionary(o => o.Key, o => o.Last().Second),
            Reach = new Reach
            {
                Actor = "staff",
                Staff = staff.Id,
                Words = words,
                Offices = widest switch
                {
                    AccessScope.Region => staff.RegionOffices,
                    AccessScope.Office => staff.Offices,
                    _ => [],
                },
                Managers = widest == AccessScope.None || staff.Id is not { } me ? [] : [me, .. lists.StandsInFor],
                Granted = widest == AccessScope.None ? [] : lists.Opened,
                Forbidden = lists.Closed,
                Today = today,
            },
        };
    }
}

/// <summary>What stands about a person beside their posts.</summary>
/// <param name="StandsInFor">Whom they substitute today.</param>
/// <param name="Opened">Clients opened to them one by one at this moment.</param>
/// <param name="Closed">Clients closed to them today.</param>
/// <param name="Purposes">For what each client was opened, in the order of <paramref name="Opened"/>.</param>
public sealed record OpenedAndClosed(
    IReadOnlyList<StaffId> StandsInFor,
    IReadOnlyList<ClientId> Opened,
    IReadOnlyList<ClientId> Closed,
    IReadOnlyList<string>? Purposes = null
)
{
    public static readonly OpenedAndClosed None = new([], [], []);
}
