using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Plus.Kernel.Audit;

/// <summary>Before and after, by record and field, of everything the context is about to save.</summary>
internal static class ChangeSnapshot
{
    /// <summary>
    /// JSON array of {record, id, kind, fields: {name: [before, after]}}; null when nothing changed. Fields marked
    /// with the annotation <see cref="SecretAnnotation"/> are named without their values.
    /// </summary>
    public static string? Of(DbContext db)
    {
        var records = new JsonArray();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.Entity is ProcessRow or ViewRow || entry.Metadata.FindAnnotation(UnauditedAnnotation) is not null)
            {
                continue;
            }

            var fields = Fields(entry);
            if (fields.Count == 0)
            {
                continue;
            }

            records.Add(
                new JsonObject
                {
                    ["record"] = entry.Metadata.GetSchema() + "." + entry.Metadata.GetTableName(),
                    ["id"] = KeyOf(entry),
                    ["kind"] = entry.State switch
                    {
                        EntityState.Added => "added",
                        EntityState.Deleted => "deleted",
                        _ => "changed",
                    },
                    ["fields"] = fields,
                }
            );
        }

        return records.Count == 0 ? null : records.ToJsonString(Options);
    }

    /// <summary>On a property: its value never enters the audit (password hashes).</summary>
    public const string SecretAnnotation = "plus:secret";

    /// <summary>On an entity: bookkeeping that is no personal data (drafts, job progress).</summary>
    public const string UnauditedAnnotation = "plus:unaudited";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonObject Fields(EntityEntry entry)
    {
        var fields = new JsonObject();
        foreach (
            var property in entry.Properties.Where(p =>
                p.Metadata.ClrType != typeof(uint) || !p.Metadata.IsConcurrencyToken
            )
        )
        {
            var secret = property.Metadata.FindAnnotation(SecretAnnotation) is not null;
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            var changed = entry.State switch
            {
                EntityState.Added => after is not null,
                EntityState.Deleted => before is not null,
                EntityState.Modified => property.IsModified && !Equals(before, after),
                _ => false,
            };
            if (changed)
            {
                fields[property.Metadata.Name] = new JsonArray(Text(before, secret), Text(after, secret));
            }
        }

        return fields;
    }

    private static JsonValue? Text(object? value, bool secret) =>
        value switch
        {
            null => null,
            _ when secret => JsonValue.Create("***"),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            int number => JsonValue.Create(number),
            DateOnly day => JsonValue.Create(day.ToString("O", CultureInfo.InvariantCulture)),
            DateTimeOffset instant => JsonValue.Create(instant.ToString("O", CultureInfo.InvariantCulture)),
            System.Collections.IEnumerable many => JsonValue.Create(string.Join(", ", many.Cast<object>())),
            IFormattable formattable => JsonValue.Create(formattable.ToString(null, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(value.ToString()),
        };

    private static string KeyOf(EntityEntry entry) =>
        string.Join(
            '/',
            entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue?.ToString())
        );
}
