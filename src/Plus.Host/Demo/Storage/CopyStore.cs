using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Host.Demo.Storage;

/// <summary>Collects entities and writes them by COPY, records before those that refer to them.</summary>
internal sealed class CopyStore
{
    private readonly List<(IEntityType Type, Lazy<CopyTable> Table)> tables;
    private readonly Dictionary<Type, List<object>> waiting;

    public CopyStore(PlusDb db)
    {
        tables = [.. InOrder(db.Model).Select(t => (t, new Lazy<CopyTable>(() => new CopyTable(t))))];
        waiting = tables.ToDictionary(t => t.Type.ClrType, _ => new List<object>());
    }

    public void Add(object entity) => waiting[entity.GetType()].Add(entity);

    public void AddRange(IEnumerable<object> entities)
    {
        foreach (var entity in entities)
        {
            Add(entity);
        }
    }

    /// <summary>Writes what has been collected.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<long> FlushAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var written = 0L;
        foreach (var (type, table) in tables)
        {
            var rows = waiting[type.ClrType];
            if (rows.Count > 0)
            {
                await table.Value.WriteAsync(connection, rows, ct);
                written += rows.Count;
                rows.Clear();
            }
        }

        return written;
    }

    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        var left = model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetTableName() is not null).ToList();
        while (left.Count > 0)
        {
            var next = left.Where(t =>
                    t.GetForeignKeys().All(f => f.PrincipalEntityType == t || !left.Contains(f.PrincipalEntityType))
                )
                .ToList();
            if (next.Count == 0)
            {
                throw new InvalidOperationException("The records refer to one another in a circle.");
            }

            ordered.AddRange(next);
            left.RemoveAll(next.Contains);
        }

        return ordered;
    }
}
