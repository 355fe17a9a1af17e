using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.MailRoom.Records;

namespace Plus.Shared.MailRoom.Lists;

/// <summary>
/// Narrows the register to what a permission reaches: that of one's offices, and what is assigned to oneself or to whom
/// one stands in for. What concerns a client closed to the person is nowhere.
/// </summary>
internal static class IncomingScope
{
    public static IQueryable<IncomingItem> Within(
        this IQueryable<IncomingItem> items,
        CurrentStaff staff,
        string permission
    )
    {
        var scope = staff.ScopeOf(permission);
        if (scope == AccessScope.None)
        {
            return items.Where(_ => false);
        }

        if (staff.Reach.Forbidden.Count > 0)
        {
            var closed = staff.Reach.Forbidden.Select(c => (ClientId?)c).ToList();
            items = items.Where(i => i.ClientId == null || !closed.Contains(i.ClientId));
        }

        if (scope == AccessScope.Service)
        {
            return items;
        }

        var offices = OfficesOf(staff, permission);
        var people = staff.Reach.Managers.Select(m => (StaffId?)m).ToList();
        return items.Where(i => offices.Contains(i.OfficeId) || people.Contains(i.AssignedTo));
    }

    /// <summary>The offices whose register a permission reaches; meaningless for the whole service.</summary>
    public static IReadOnlyList<OfficeId> OfficesOf(CurrentStaff staff, string permission) =>
        staff.ScopeOf(permission) switch
        {
            AccessScope.Region => staff.RegionOffices,
            AccessScope.Office => staff.Offices,
            _ => [],
        };
}
