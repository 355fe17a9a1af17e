using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases.Scope;

/// <summary>
/// Narrows a query to what a permission reaches: own sections, those of the person's offices, of their regions, or all.
/// A section that has no office yet is seen by those who see the whole service.
/// </summary>
public static class SectionScope
{
    public static IQueryable<Section> Within(this IQueryable<Section> sections, CurrentStaff staff, string permission)
    {
        switch (staff.ScopeOf(permission))
        {
            case AccessScope.Service:
                return sections;
            case AccessScope.Region:
                var region = staff.RegionOffices.Select(o => (OfficeId?)o).ToList();
                return sections.Where(s => region.Contains(s.OfficeId));
            case AccessScope.Office:
                var offices = staff.Offices.Select(o => (OfficeId?)o).ToList();
                return sections.Where(s => offices.Contains(s.OfficeId));
            case AccessScope.Own:
                var own = staff.Id;
                return sections.Where(s => s.ManagerId == own);
            default:
                return sections.Where(_ => false);
        }
    }
}
