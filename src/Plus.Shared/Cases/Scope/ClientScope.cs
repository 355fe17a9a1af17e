using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.Scope;

/// <summary>
/// A client is within a person's reach when at least one section is; one entered by hand, for who entered them, until
/// the first section. A merged record is nowhere, nor is one closed to the person. What is out of reach and what does not
/// exist answer alike.
/// </summary>
public static class ClientScope
{
    public static IQueryable<Client> ClientsWithin(this PlusDb db, CurrentStaff staff, string permission)
    {
        var clients = db.Set<Client>().Where(c => c.MergedInto == null);
        var scope = staff.ScopeOf(permission);
        if (scope == AccessScope.None)
        {
            return clients.Where(_ => false);
        }

        if (staff.Reach.Forbidden.Count > 0)
        {
            var closed = staff.Reach.Forbidden;
            clients = clients.Where(c => !closed.Contains(c.Id));
        }

        if (scope == AccessScope.Service)
        {
            return clients;
        }

        var sections = db.Set<Section>().Within(staff, permission);
        var managers = staff.Reach.Managers.Select(m => (StaffId?)m).ToList();
        var opened = staff.Readings.Contains(permission) ? staff.Reach.Granted : [];
        return opened.Count == 0
            ? clients.Where(c =>
                sections.Any(s => s.ClientId == c.Id)
                || (managers.Contains(c.EnteredBy) && !db.Set<Section>().Any(s => s.ClientId == c.Id))
            )
            : clients.Where(c =>
                sections.Any(s => s.ClientId == c.Id)
                || opened.Contains(c.Id)
                || (managers.Contains(c.EnteredBy) && !db.Set<Section>().Any(s => s.ClientId == c.Id))
            );
    }

    /// <summary>Whether the person may reach this client with this permission.</summary>
    public static Task<bool> ReachesAsync(
        this PlusDb db,
        CurrentStaff staff,
        string permission,
        ClientId client,
        CancellationToken ct
    ) => db.ClientsWithin(staff, permission).AnyAsync(c => c.Id == client, ct);
}
