using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Plus.Kernel.Audit;

/// <summary>Before and after, by record and field, of everything the context is about to save.</summary>
internal static class ChangeSnapshot
{
    /// <summary>On a property: its value never enters the audit (password hashes).</summary>
    public const string SecretAnnotation = "plus:secret";

    /// <summary>On an entity: bookkeeping that is no personal data (drafts, job progress).</summary>
    public const string UnauditedAnnotation = "plus:unaudited";

    internal static readonly JsonWriterOptions Options = new()
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

        var plan = RecordPlan.Of(entry.Metadata);
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
            field.Write(writer, before);
            field.Write(writer, after);
            writer.WriteEndArray();
        } while (changed.MoveNext());
        writer.WriteEndObject();
        writer.WriteEndObject();
        return true;
    }

    private static IEnumerable<(RecordField Field, object? Before, object? After)> Changed(
        RecordPlan plan,
        EntityEntry entry
    )
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

    private static string KeyOf(EntityEntry entry, RecordPlan plan) =>
        plan.Keys.Length == 1
            ? plan.Keys[0].Read(entry)?.ToString() ?? ""
            : string.Join('/', plan.Keys.Select(k => k.Read(entry)?.ToString()));
}
