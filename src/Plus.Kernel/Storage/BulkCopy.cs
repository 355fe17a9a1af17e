using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// Writes new records by COPY, as the model stores them: the same columns, codes and constraints as an ordinary save,
/// many times faster.
/// </summary>
internal static class BulkCopy
{
    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();

    /// <summary>Writes the records, those that others point to first.</summary>
    /// <param name="connection">Open, in a transaction.</param>
    /// <param name="records">New records with their kinds.</param>
    /// <param name="staged">
    /// By way of a table of the transaction's own: PostgreSQL copies into no table that has policies for who writes.
    /// </param>
    /// <param name="ct">Stops it.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        IEnumerable<(IEntityType Type, object Record)> records,
        bool staged,
        CancellationToken ct
    )
    {
        var groups = records.GroupBy(r => r.Type).OrderBy(g => PlanOf(g.Key).Depth).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        if (staged)
        {
            await DoAsync(connection, string.Concat(groups.Select(g => PlanOf(g.Key).Stage)), ct);
        }

        foreach (var group in groups)
        {
            var plan = PlanOf(group.Key);
            await using var importer = await connection.BeginBinaryImportAsync(staged ? plan.ToStage : plan.Sql, ct);
            foreach (var (_, record) in group)
            {
                importer.StartRow();
                plan.Write(importer, record);
            }

            await importer.CompleteAsync(ct);
        }

        if (staged)
        {
            await DoAsync(connection, string.Concat(groups.Select(g => PlanOf(g.Key).FromStage)), ct);
        }
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // However many rows there are and however busy the machine: the caller stops it if it must.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Plan PlanOf(IEntityType type) => Plans.GetOrAdd(type, static t => new Plan(t));

    private sealed class Plan
    {
        public Plan(IEntityType type)
        {
            var properties = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
            var columns = string.Join(", ", properties.Select(p => "\"" + p.GetColumnName() + "\""));
            var table = $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";
            var stage = $"pg_temp.\"stage_{type.GetSchema()}_{type.GetTableName()}\"";
            Sql = $"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)";
            ToStage = $"COPY {stage} ({columns}) FROM STDIN (FORMAT BINARY)";
            Stage =
                $"CREATE TEMP TABLE IF NOT EXISTS {stage[8..]} ON COMMIT DROP AS SELECT {columns} FROM {table} WHERE false;\n";
            FromStage = $"INSERT INTO {table} ({columns}) SELECT {columns} FROM {stage};\nTRUNCATE {stage};\n";
            Depth = DepthOf(type, []);
            Write = Compile(type, properties);
        }

        public string Sql { get; }

        /// <summary>Makes the table of the transaction's own that takes the rows first.</summary>
        public string Stage { get; }

        public string ToStage { get; }

        public string FromStage { get; }

        /// <summary>How many tables must be filled before this one.</summary>
        public int Depth { get; }

        public Action<NpgsqlBinaryImporter, object> Write { get; }

        private static int DepthOf(IEntityType type, HashSet<IEntityType> above)
        {
            if (!above.Add(type))
            {
                return 0;
            }

            var depth = type.GetForeignKeys()
                .Select(k => k.PrincipalEntityType)
                .Where(p => p != type)
                .Select(p => 1 + DepthOf(p, above))
                .DefaultIfEmpty(0)
                .Max();
            above.Remove(type);
            return depth;
        }
    }

    // One delegate a kind of record: reads each property, converts it as the model says, writes it without boxing.
    private static Action<NpgsqlBinaryImporter, object> Compile(IEntityType type, List<IProperty> properties)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter), "importer");
        var boxed = Expression.Parameter(typeof(object), "record");
        var record = Expression.Variable(type.ClrType, "typed");
        var body = new List<Expression> { Expression.Assign(record, Expression.Convert(boxed, type.ClrType)) };
        body.AddRange(properties.Select(p => WriteColumn(importer, record, p)));
        return Expression
            .Lambda<Action<NpgsqlBinaryImporter, object>>(Expression.Block([record], body), importer, boxed)
            .Compile();
    }

    private static Expression WriteColumn(Expression importer, Expression record, IProperty property)
    {
        MemberInfo member =
            property.PropertyInfo
            ?? (MemberInfo?)property.FieldInfo
            ?? throw new InvalidOperationException($"{property.Name} has no member to copy from.");
        Expression value = Expression.MakeMemberAccess(record, member);
        var nullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var mayBeNull = nullable || !value.Type.IsValueType;
        var plain = nullable ? Expression.Property(value, "Value") : value;
        var mapping = property.GetRelationalTypeMapping();
        if (mapping.Converter is { } converter)
        {
            var convert = converter.ConvertToProviderExpression;
            plain = Expression.Invoke(convert, Expression.Convert(plain, convert.Parameters[0].Type));
        }

        var store = mapping.StoreType.Split('(')[0];
        if (mapping.StoreType.Contains(')', StringComparison.Ordinal))
        {
            store += mapping.StoreType[(mapping.StoreType.IndexOf(')', StringComparison.Ordinal) + 1)..];
        }

        var write = typeof(NpgsqlBinaryImporter)
            .GetMethods()
            .Single(m =>
                m.Name == nameof(NpgsqlBinaryImporter.Write)
                && m.GetParameters() is [_, { } second]
                && second.ParameterType == typeof(string)
            )
            .MakeGenericMethod(plain.Type);
        Expression written = Expression.Call(importer, write, plain, Expression.Constant(store));
        return mayBeNull
            ? Expression.IfThenElse(
                Expression.Equal(value, Expression.Constant(null, value.Type)),
                Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null),
                written
            )
            : written;
    }
}
