using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Obligations.Bans;

/// <summary>Whom a place that meets a ban is asked of: whoever wrote the address down while at work, else the head of the office.</summary>
internal sealed class BanAsking(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    private const string Head = "officeHead";

    /// <summary>Reads as the service itself; never oneself.</summary>
    /// <param name="mustReach">Only who works where the section is carried out: the conflict waits on their list.</param>
    public async Task<Staff?> WhoAsync(BanMet met, bool mustReach, CancellationToken ct)
    {
        var (me, today) = (staff.Current.Id, clock.Today);
        var section = await db.Set<Section>()
            .Where(s => s.Id == met.Section)
            .Select(s => new { s.OfficeId, s.ManagerId })
            .SingleAsync(ct);
        var posts = await db.Set<StaffPost>()
            .Where(p =>
                (p.OfficeId == section.OfficeId || p.RoleCode == "regionHead")
                && p.From <= today
                && (p.To == null || p.To >= today)
            )
            .OrderBy(p => p.From)
            .Select(p => new { p.StaffId, IsHead = p.RoleCode == Head && p.OfficeId == section.OfficeId })
            .ToListAsync(ct);
        var first = met.EnteredBy ?? section.ManagerId;
        var heads = posts.Where(p => p.IsHead).Select(p => (StaffId?)p.StaffId);
        foreach (var id in new[] { first }.Concat(heads).Where(i => i is not null && i != me))
        {
            var reaches = !mustReach || id == section.ManagerId || posts.Exists(p => p.StaffId == id);
            if (
                reaches
                && await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } one
                && one.WelcomeAt(clock.Now, today)
            )
            {
                return one;
            }
        }

        return null;
    }
}
