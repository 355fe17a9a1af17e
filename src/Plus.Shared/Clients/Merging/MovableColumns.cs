using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Merging;

/// <summary>A column that names a client: what a merge moves.</summary>
internal sealed record MovableColumn(IEntityType Entity, IProperty Property)
{
    /// <summary>schema.table of the rows.</summary>
    public string Table => $"{Entity.GetSchema()}.{Entity.GetTableName()}";

    /// <summary>schema.table.column, the key under which moved rows are remembered.</summary>
    public string Key => $"{Table}.{Property.GetColumnName()}";
}

/// <summary>
/// Every column of the house that names a client, read from the model: a room added later is moved without having to be
/// remembered. The audit never moves, nor what the archive notes of a record (of which none is in it); cases and the pair itself have rules of their own.
/// </summary>
internal static class MovableColumns
{
    private static readonly HashSet<Type> Left =
    [
        typeof(ProcessRow),
        typeof(PossibleDuplicate),
        typeof(Case),
        typeof(ArchivedCase),
        typeof(ArchiveLeftover),
        typeof(KeptFile),
    ];

    public static IReadOnlyList<MovableColumn> Of(PlusDb db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(e => !Left.Contains(e.ClrType))
                .SelectMany(e => e.GetProperties().Where(Names).Select(p => new MovableColumn(e, p)))
                .OrderBy(c => c.Key, StringComparer.Ordinal),
        ];

    /// <summary>The rows in which the column names this client, tracked.</summary>
    public static async Task<List<object>> LoadAsync(
        PlusDb db,
        MovableColumn column,
        ClientId client,
        CancellationToken ct
    )
    {
        var load = typeof(MovableColumns)
            .GetMethod(
                nameof(LoadOfAsync),
                System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
            )!
            .MakeGenericMethod(column.Entity.ClrType);
        return await (Task<List<object>>)load.Invoke(null, [db, column.Property, client, ct])!;
    }

    /// <summary>The key of a row as the moved rows are remembered by.</summary>
    public static Guid KeyOf(PlusDb db, object row)
    {
        var entry = db.Entry(row);
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Single();
        var value = entry.Property(key.Name).CurrentValue!;
        return value is Guid id ? id : Guid.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!);
    }

    /// <summary>Lets the row name another client.</summary>
    public static void Set(PlusDb db, object row, MovableColumn column, ClientId client) =>
        db.Entry(row).Property(column.Property.Name).CurrentValue = client;

    private static bool Names(IProperty property) =>
        !property.IsPrimaryKey() && (property.ClrType == typeof(ClientId) || property.ClrType == typeof(ClientId?));

    private static async Task<List<object>> LoadOfAsync<T>(
        PlusDb db,
        IProperty property,
        ClientId client,
        CancellationToken ct
    )
        where T : class
    {
        var name = property.Name;
        var rows =
            property.ClrType == typeof(ClientId)
                ? db.Set<T>().Where(e => EF.Property<ClientId>(e, name) == client)
                : db.Set<T>().Where(e => EF.Property<ClientId?>(e, name) == client);
        return [.. await rows.ToListAsync(ct)];
    }
}
