using Plus.Kernel.Access;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases.Scope;

/// <summary>
/// Narrows a query to what a permission reaches: own sections, those of the person's offices, of their regions, or all;
/// whoever reaches an office reaches also what is assigned to themselves elsewhere. Own are also those of whom one stands
/// in for. A client closed to the person is nowhere; one opened to them is reached by what only reads. A section that has
/// no office yet is seen by those who see the whole service.
/// </summary>
public static class SectionScope
{
    /// <summary>The same rule for one section that has been read: whether <see cref="Within"/> would leave it in.</summary>
    public static bool Reaches(
        this CurrentStaff staff,
        string permission,
        Kernel.Ids.ClientId client,
        Kernel.Ids.OfficeId? office,
        Kernel.Ids.StaffId? manager
    )
    {
        var scope = staff.ScopeOf(permission);
        if (scope == AccessScope.None || staff.Reach.Forbidden.Contains(client))
        {
            return false;
        }

        return scope switch
            {
                AccessScope.Service => true,
                AccessScope.Region => office is { } place && staff.RegionOffices.Contains(place),
                AccessScope.Office => office is { } place && staff.Offices.Contains(place),
                _ => false,
            }
            || (manager is { } person && staff.Reach.Managers.Contains(person))
            || (staff.Readings.Contains(permission) && staff.Reach.Granted.Contains(client));
    }

    public static IQueryable<Section> Within(this IQueryable<Section> sections, CurrentStaff staff, string permission)
    {
        var scope = staff.ScopeOf(permission);
        if (scope == AccessScope.None)
        {
            return sections.Where(_ => false);
        }

        if (staff.Reach.Forbidden.Count > 0)
        {
            var closed = staff.Reach.Forbidden;
            sections = sections.Where(s => !closed.Contains(s.ClientId));
        }

        if (scope == AccessScope.Service)
        {
            return sections;
        }

        var offices = scope switch
        {
            AccessScope.Region => staff.RegionOffices,
            AccessScope.Office => staff.Offices,
            _ => [],
        };
        var places = offices.Select(o => (Kernel.Ids.OfficeId?)o).ToList();
        var managers = staff.Reach.Managers.Select(m => (Kernel.Ids.StaffId?)m).ToList();
        var opened = staff.Readings.Contains(permission) ? staff.Reach.Granted : [];
        return (places.Count, opened.Count) switch
        {
            (0, 0) => sections.Where(s => managers.Contains(s.ManagerId)),
            (_, 0) => sections.Where(s => places.Contains(s.OfficeId) || managers.Contains(s.ManagerId)),
            _ => sections.Where(s =>
                places.Contains(s.OfficeId) || managers.Contains(s.ManagerId) || opened.Contains(s.ClientId)
            ),
        };
    }
}
