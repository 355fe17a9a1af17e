using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Kernel.Audit;

/// <summary>
/// Whose records the context read and still tracks, and the clients it makes. A record that is only added says nothing:
/// its client must be within reach by itself.
/// </summary>
internal static class HeldClients
{
    private const string Column = "ClientId";

    public static IReadOnlyCollection<ClientId> Of(PlusDb db)
    {
        var held = new HashSet<ClientId>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            var owner =
                entry.Metadata.FindPrimaryKey()?.Properties is [{ } key] && key.ClrType == typeof(ClientId)
                    ? entry.Property(key).CurrentValue
                : entry.State != EntityState.Added && entry.Metadata.FindProperty(Column) is { } column
                    ? entry.Property(column).OriginalValue
                : null;
            if (owner is ClientId client)
            {
                held.Add(client);
            }
        }

        return held;
    }
}
