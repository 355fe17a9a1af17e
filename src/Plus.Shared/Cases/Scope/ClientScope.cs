using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.Scope;

/// <summary>
/// A client is within a person's reach when at least one section is; one entered by hand, for who entered them, until
/// the first section. A merged record is nowhere. What is out of reach and what does not exist answer alike.
/// </summary>
public static class ClientScope
{
    public static IQueryable<Client> ClientsWithin(this PlusDb db, CurrentStaff staff, string permission)
    {
        var clients = db.Set<Client>().Where(c => c.MergedInto == null);
        if (staff.ScopeOf(permission) == AccessScope.Service)
        {
            return clients;
        }

        var sections = db.Set<Section>().Within(staff, permission);
        var me = staff.ScopeOf(permission) == AccessScope.None ? null : staff.Id;
        return clients.Where(c =>
            sections.Any(s => s.ClientId == c.Id)
            || (me != null && c.EnteredBy == me && !db.Set<Section>().Any(s => s.ClientId == c.Id))
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
