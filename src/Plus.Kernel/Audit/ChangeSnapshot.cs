using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Plus.Kernel.Audit;

/// <summary>Before and after, by record and field, of everything the context is about to save.</summary>
internal static class ChangeSnapshot
{
    /// <summary>On a property: its value never enters the audit (password hashes).</summary>
    public const string SecretAnnotation = "plus:secret";

    /// <summary>On an entity: bookkeeping that is no personal data (drafts, job progress).</summary>
    public const string UnauditedAnnotation = "plus:unaudited";

    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>
    /// JSON array of {record, id, kind, fields: {name: [before, after]}}; null when nothing changed. Fields marked
    /// with the annotation <see cref="SecretAnnotation"/> are named without their values.
    /// </summary>
    public static string? Of(DbContext db) => Of(db.ChangeTracker.Entries());

    /// <inheritdoc cref="Of(DbContext)"/>
    public static string? Of(IEnumerable<EntityEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        var any = false;
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var entry in entries)
            {
                any |= Write(writer, entry);
            }

            writer.WriteEndArray();
        }

        return any ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    private static bool Write(Utf8JsonWriter writer, EntityEntry entry)
    {
        if (entry.State is EntityState.Unchanged or EntityState.Detached || entry.Entity is ProcessRow or ViewRow)
        {
            return false;
        }

        var plan = Plans.GetOrAdd(entry.Metadata, static type => new Plan(type));
        if (plan.Unaudited)
        {
            return false;
        }

        var changed = Changed(plan, entry).GetEnumerator();
        if (!changed.MoveNext())
        {
            return false;
        }

        writer.WriteStartObject();
        writer.WriteString("record", plan.Record);
        writer.WriteString("id", KeyOf(entry, plan));
        writer.WriteString(
            "kind",
            entry.State switch
            {
                EntityState.Added => "added",
                EntityState.Deleted => "deleted",
                _ => "changed",
            }
        );
        writer.WriteStartObject("fields");
        do
        {
            var (field, before, after) = changed.Current;
            writer.WriteStartArray(field.Name);
            WriteValue(writer, before, field.Secret);
            WriteValue(writer, after, field.Secret);
            writer.WriteEndArray();
        } while (changed.MoveNext());
        writer.WriteEndObject();
        writer.WriteEndObject();
        return true;
    }

    private static IEnumerable<(Field Field, object? Before, object? After)> Changed(Plan plan, EntityEntry entry)
    {
        foreach (var field in plan.Fields)
        {
            if (entry.State == EntityState.Added)
            {
                // The ordinary case, read straight from the record.
                if (field.Read(entry) is { } added)
                {
                    yield return (field, null, added);
                }

                continue;
            }

            var property = entry.Property(field.Name);
            var before = property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            var changed =
                entry.State == EntityState.Deleted ? before is not null : property.IsModified && !Equals(before, after);
            if (changed)
            {
                yield return (field, before, after);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, bool secret)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case var _ when secret:
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

    private static string KeyOf(EntityEntry entry, Plan plan) =>
        plan.Keys.Length == 1
            ? plan.Keys[0].Read(entry)?.ToString() ?? ""
            : string.Join('/', plan.Keys.Select(k => k.Read(entry)?.ToString()));

    /// <summary>What the audit needs to know of a kind of record, found once.</summary>
    private sealed class Plan(IEntityType type)
    {
        public string Record { get; } = type.GetSchema() + "." + type.GetTableName();

        public bool Unaudited { get; } = type.FindAnnotation(UnauditedAnnotation) is not null;

        public Field[] Fields { get; } =
        [
            .. type.GetProperties()
                .Where(p => p.ClrType != typeof(uint) || !p.IsConcurrencyToken)
                .Select(p => new Field(p)),
        ];

        public Field[] Keys { get; } = [.. type.FindPrimaryKey()!.Properties.Select(p => new Field(p))];
    }

    private sealed class Field(IProperty property)
    {
        public string Name { get; } = property.Name;

        public bool Secret { get; } = property.FindAnnotation(SecretAnnotation) is not null;

        public object? Read(EntityEntry entry) =>
            property.IsShadowProperty()
                ? entry.Property(Name).CurrentValue
                : property.GetGetter().GetClrValue(entry.Entity);
    }
}
