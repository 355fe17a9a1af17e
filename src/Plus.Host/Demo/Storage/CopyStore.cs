using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Host.Demo.Storage;

/// <summary>
/// Collects entities and writes them by COPY, records before those that refer to them. While one load is written the
/// next is collected; never more than the two are held.
/// </summary>
internal sealed class CopyStore(PlusDb db, NpgsqlConnection connection)
{
    private const int Load = 50_000;

    private readonly List<(IEntityType Type, Lazy<CopyTable> Table)> tables =
    [
        .. InOrder(db.Model).Select(t => (t, new Lazy<CopyTable>(() => new CopyTable(t)))),
    ];
    private Dictionary<Type, List<object>> collected = [];
    private int count;
    private Task writing = Task.CompletedTask;

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    public void Add(object entity)
    {
        if (!collected.TryGetValue(entity.GetType(), out var rows))
        {
            collected[entity.GetType()] = rows = [];
        }

        rows.Add(entity);
        count++;
    }

    public void AddRange(IEnumerable<object> entities)
    {
        foreach (var entity in entities)
        {
            Add(entity);
        }
    }

    /// <summary>Sends a full load off. What has been collected must be complete: nothing of it changes any more.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        if (count >= Load)
        {
            await SendAllAsync(ct);
        }
    }

    /// <summary>Writes everything that has been collected.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await SendAllAsync(ct);
        await writing;
    }

    /// <summary>Waits for what is being written, however it ends: before the connection is given up.</summary>
    public async Task SettleAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task SendAllAsync(CancellationToken ct)
    {
        await writing;
        var load = collected;
        (collected, count) = ([], 0);
        writing = Task.Run(() => WriteAsync(load, ct), ct);
    }

    private async Task WriteAsync(Dictionary<Type, List<object>> load, CancellationToken ct)
    {
        foreach (var (type, table) in tables)
        {
            if (load.Remove(type.ClrType, out var rows))
            {
                await table.Value.WriteAsync(connection, rows, ct);
                Rows += rows.Count;
            }
        }

        if (load.Count > 0)
        {
            throw new InvalidOperationException($"{load.Keys.First().Name} is no record of the model.");
        }
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
