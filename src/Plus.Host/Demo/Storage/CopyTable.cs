using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;

namespace Plus.Host.Demo.Storage;

/// <summary>Writes entities of one type by COPY, with the columns and conversions of the context's model.</summary>
internal sealed class CopyTable
{
    private readonly List<Column> columns;
    private readonly string sql;

    public CopyTable(IEntityType type)
    {
        columns =
        [
            .. type.GetProperties()
                .Where(p => p.GetColumnType() != "xid")
                .Select(p => new Column(
                    p.GetColumnName(),
                    p.GetGetter(),
                    p.GetTypeMapping().Converter,
                    TypeOf(p.GetColumnType())
                )),
        ];
        sql =
            $"COPY {type.GetSchema()}.{type.GetTableName()} ({string.Join(", ", columns.Select(c => "\"" + c.Name + "\""))}) FROM STDIN (FORMAT BINARY)";
    }

    public async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken ct)
    {
        await using var writer = await connection.BeginBinaryImportAsync(sql, ct);
        writer.Timeout = TimeSpan.FromMinutes(30);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                var value = column.Getter.GetClrValue(row);
                if (value is not null && column.Converter is { } converter)
                {
                    value = converter.ConvertToProvider(value);
                }

                await WriteAsync(writer, value, column.Type, ct);
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static Task WriteAsync(
        NpgsqlBinaryImporter writer,
        object? value,
        NpgsqlDbType type,
        CancellationToken ct
    ) =>
        value switch
        {
            null => writer.WriteNullAsync(ct),
            Guid id => writer.WriteAsync(id, type, ct),
            string text => writer.WriteAsync(text, type, ct),
            DateOnly day => writer.WriteAsync(day, type, ct),
            DateTimeOffset at => writer.WriteAsync(at.UtcDateTime, type, ct),
            int number => writer.WriteAsync(number, type, ct),
            bool flag => writer.WriteAsync(flag, type, ct),
            _ => writer.WriteAsync(value, type, ct),
        };

    private static NpgsqlDbType TypeOf(string column) =>
        column.Split('(')[0] switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "character varying" => NpgsqlDbType.Varchar,
            "text" => NpgsqlDbType.Text,
            "jsonb" => NpgsqlDbType.Jsonb,
            "date" => NpgsqlDbType.Date,
            "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            "time without time zone" => NpgsqlDbType.Time,
            "integer" => NpgsqlDbType.Integer,
            "bigint" => NpgsqlDbType.Bigint,
            "boolean" => NpgsqlDbType.Boolean,
            "double precision" => NpgsqlDbType.Double,
            "numeric" => NpgsqlDbType.Numeric,
            "integer[]" => NpgsqlDbType.Array | NpgsqlDbType.Integer,
            "text[]" => NpgsqlDbType.Array | NpgsqlDbType.Text,
            "uuid[]" => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            var other => throw new NotSupportedException($"COPY does not know the column type {other}."),
        };

    private sealed record Column(string Name, IClrPropertyGetter Getter, ValueConverter? Converter, NpgsqlDbType Type);
}
