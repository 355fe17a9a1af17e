using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.Entering;

/// <summary>Whose page it is: read anew for every request, so that what was revoked ends at once.</summary>
internal sealed record HostVisitor(Guid Access, HostEmployerId Host, string HostName, string Contact);

/// <summary>
/// The session of a contact person. A scheme of its own under one address; it carries one permission that no role has,
/// so nothing else is reachable with it.
/// </summary>
internal sealed class HostSession(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    public const string Scheme = "host";
    public const string Root = "/host-work";
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const string AccessClaim = "host-access";

    public HostVisitor Visitor { get; private set; } = null!;

    public static ClaimsPrincipal Principal(Guid access) =>
        new(new ClaimsIdentity([new Claim(AccessClaim, access.ToString("D"))], Scheme));

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<HostSession>();
        if (!await session.EnterAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private async Task<bool> EnterAsync(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(AccessClaim), out var id))
        {
            return false;
        }

        var today = clock.Today;
        var found = await (
            from a in db.Set<HostAccess>().AsNoTracking()
            join h in db.Set<HostEmployer>() on a.HostEmployerId equals h.Id
            join c in db.Set<HostContact>() on a.ContactId equals c.Id
            where a.Id == id && a.OpenedAt != null && (c.To == null || c.To >= today)
            select new
            {
                Access = a,
                Host = h.Name,
                Contact = c.Name,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null || !found.Access.HoldsAt(clock.Now))
        {
            return false;
        }

        Act(
            new HostVisitor(id, found.Access.HostEmployerId, found.Host, found.Contact),
            HostPagesModule.Use,
            $"host {id:D}"
        );
        return true;
    }

    /// <summary>From now on the host acts, with one permission. Whoever of the Service is logged in does not.</summary>
    public void Act(HostVisitor visitor, string permission, string source)
    {
        Visitor = visitor;
        staff.Current = new CurrentStaff
        {
            Name = visitor.Contact,
            Permissions = new Dictionary<string, AccessScope> { [permission] = AccessScope.Own },
        };
        staff.Source = source;
    }
}
