using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>Narrows staff to those whom the person acting may see or manage.</summary>
internal sealed class StaffScope(PlusDb db, StaffAccessor staff)
{
    /// <summary>Shows what one permission reaches. A person belongs to every office in which they hold or held a post.</summary>
    public IQueryable<Staff> Visible(string permission)
    {
        var all = db.Set<Staff>().AsQueryable();
        var me = staff.Current;
        return me.ScopeOf(permission) switch
        {
            AccessScope.Service => all,
            AccessScope.Region => InOffices(all, me.RegionOffices),
            AccessScope.Office => InOffices(all, me.Offices),
            AccessScope.Own => all.Where(s => s.Id == me.Id),
            _ => all.Where(_ => false),
        };
    }

    /// <summary>Whether the office lies within what the permission reaches.</summary>
    public bool Reaches(string permission, OfficeId office) =>
        staff.Current.ScopeOf(permission) switch
        {
            AccessScope.Service => true,
            AccessScope.Region => staff.Current.RegionOffices.Contains(office),
            AccessScope.Office => staff.Current.Offices.Contains(office),
            _ => false,
        };

    private IQueryable<Staff> InOffices(IQueryable<Staff> all, IReadOnlyList<OfficeId> offices) =>
        all.Where(s => db.Set<StaffPost>().Any(p => p.StaffId == s.Id && offices.Contains(p.OfficeId)));
}
