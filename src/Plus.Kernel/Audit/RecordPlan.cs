using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Plus.Kernel.Audit;

/// <summary>What the audit needs to know of a kind of record, found once.</summary>
internal sealed class RecordPlan
{
    private static readonly ConcurrentDictionary<IEntityType, RecordPlan> Plans = new();

    private RecordPlan(IEntityType type)
    {
        Record = type.GetSchema() + "." + type.GetTableName();
        Unaudited = type.FindAnnotation(ChangeSnapshot.UnauditedAnnotation) is not null;
        Fields =
        [
            .. type.GetProperties()
                .Where(p => p.ClrType != typeof(uint) || !p.IsConcurrencyToken)
                .Select(p => new RecordField(p)),
        ];
        Keys = [.. type.FindPrimaryKey()!.Properties.Select(p => new RecordField(p))];
    }

    public string Record { get; }

    public bool Unaudited { get; }

    public RecordField[] Fields { get; }

    public RecordField[] Keys { get; }

    public static RecordPlan Of(IEntityType type) => Plans.GetOrAdd(type, static t => new RecordPlan(t));

    public string KeyOf(object record) =>
        Keys.Length == 1
            ? Keys[0].Read(record)?.ToString() ?? ""
            : string.Join('/', Keys.Select(k => k.Read(record)?.ToString()));
}

/// <summary>One field of a record, as the audit names and writes it.</summary>
internal sealed class RecordField(IProperty property)
{
    public string Name { get; } = property.Name;

    public bool Secret { get; } = property.FindAnnotation(ChangeSnapshot.SecretAnnotation) is not null;

    public object? Read(EntityEntry entry) =>
        property.IsShadowProperty() ? entry.Property(Name).CurrentValue : Read(entry.Entity);

    /// <summary>The value of a record that no context tracks; what only a context knows is null.</summary>
    public object? Read(object record) => property.IsShadowProperty() ? null : property.GetGetter().GetClrValue(record);

    public void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case var _ when Secret:
                writer.WriteStringValue("***");
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture));
                break;
            case System.Collections.IEnumerable many:
                writer.WriteStringValue(string.Join(", ", many.Cast<object>()));
                break;
            case IFormattable formattable:
                writer.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
