using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Confirming;

/// <summary>
/// The posts that the person acting has to confirm in the present half-year: of others, within reach, of roles that
/// reach no further than their own, begun before the half-year and not confirmed in it.
/// </summary>
internal sealed class ConfirmationList(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    public ConfirmationRound Round => ConfirmationRound.Of(clock.Today);

    /// <summary>The posts themselves, tracked.</summary>
    public IQueryable<StaffPost> Waiting()
    {
        var (me, today, begin) = (staff.Current, clock.Today, Round.Begin);
        var reach = me.ScopeOf(AccessPermissions.Confirm);
        var waiting = db.Set<StaffPost>()
            .Where(p =>
                p.StaffId != me.Id
                && p.From < begin
                && (p.To == null || p.To >= today)
                && (p.ConfirmedOn == null || p.ConfirmedOn < begin)
                && db.Set<Role>().Any(r => r.Code == p.RoleCode && r.Scope <= reach)
            );
        return reach switch
        {
            AccessScope.Service => waiting,
            AccessScope.Region => waiting.Where(p => me.RegionOffices.Contains(p.OfficeId)),
            AccessScope.Office => waiting.Where(p => me.Offices.Contains(p.OfficeId)),
            _ => waiting.Where(_ => false),
        };
    }

    public Task<int> CountAsync(CancellationToken ct) => Waiting().CountAsync(ct);

    public Task<List<ConfirmationLine>> ReadAsync(CancellationToken ct) =>
        (
            from post in Waiting().AsNoTracking()
            join person in db.Set<Staff>() on post.StaffId equals person.Id
            join office in db.Set<Office>() on post.OfficeId equals office.Id
            orderby office.Name, person.Surname, person.GivenName
            select new ConfirmationLine(
                post.Id,
                person.Id,
                person.Surname + " " + person.GivenName,
                post.RoleCode,
                office.Name,
                post.From,
                post.ConfirmedOn,
                person.LastLogIn
            )
        ).ToListAsync(ct);
}

/// <summary>A post that waits to be confirmed.</summary>
internal sealed record ConfirmationLine(
    Guid Post,
    StaffId Person,
    string Name,
    string Role,
    string Office,
    DateOnly From,
    DateOnly? ConfirmedOn,
    DateTimeOffset? LastLogIn
);
