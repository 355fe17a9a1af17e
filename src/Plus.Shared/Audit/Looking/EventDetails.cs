using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Web.Language;

namespace Plus.Shared.Audit.Looking;

/// <summary>One field before and after, in words where there are words for it.</summary>
internal sealed record FieldChange(string Record, string Field, string? Before, string? After);

/// <summary>Reads one event whole.</summary>
internal sealed partial class EventDetails(PlusDb db, AuditTrail trail, Texts texts)
{
    private const string Process = """
        SELECT id AS "Id", at AS "At", 'process' AS "Table", actor_id AS "ActorId", type AS "What", NULL::text AS "Part",
               CASE WHEN client_id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[client_id] END AS "Clients", reason AS "Reason",
               NULL::text AS "Purpose", legal_basis AS "LegalBasis", source AS "Source", changes::text AS "Changes"
        FROM audit.process WHERE id = @id
        """;

    private const string View = """
        SELECT id AS "Id", at AS "At", 'view' AS "Table", actor_id AS "ActorId", kind AS "What", part AS "Part",
               clients AS "Clients", NULL::text AS "Reason", purpose AS "Purpose", NULL::text AS "LegalBasis",
               source AS "Source", NULL::text AS "Changes"
        FROM audit.view WHERE id = @id
        """;

    private const string Outside = """
        SELECT id AS "Id", at AS "At", 'outside' AS "Table", NULL::uuid AS "ActorId", kind AS "What", table_name AS "Part",
               CASE WHEN client_id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[client_id] END AS "Clients",
               database_role || ' / ' || application_name AS "Reason", NULL::text AS "Purpose", NULL::text AS "LegalBasis",
               coalesce(address, 'socket') AS "Source",
               json_build_object('table', table_name, 'before', before, 'after', after)::text AS "Changes"
        FROM audit.outside WHERE id = @id
        """;

    public async Task<(AuditEvent Event, IReadOnlyList<FieldChange> Changes)?> FindAsync(
        string table,
        Guid id,
        CancellationToken ct
    )
    {
        var sql = table switch
        {
            "process" => Process,
            "view" => View,
            "outside" => Outside,
            _ => null,
        };
        if (sql is null)
        {
            return null;
        }

        var rows = await db.Database.SqlQueryRaw<AuditEvent>(sql, new Npgsql.NpgsqlParameter("id", id)).ToListAsync(ct);
        if (rows is not [var whole])
        {
            return null;
        }

        await trail.NameAsync([whole], ct);
        return (whole, Fields(whole));
    }

    private IReadOnlyList<FieldChange> Fields(AuditEvent whole)
    {
        if (whole.Changes is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(whole.Changes);
        return whole.Table == "outside" ? [.. OfOutside(json.RootElement)] : [.. OfProcess(json.RootElement)];
    }

    private IEnumerable<FieldChange> OfProcess(JsonElement records)
    {
        foreach (var record in records.EnumerateArray())
        {
            var name = RecordName(record.GetProperty("record").GetString()!);
            foreach (var field in record.GetProperty("fields").EnumerateObject())
            {
                yield return new FieldChange(name, FieldName(field.Name), Text(field.Value[0]), Text(field.Value[1]));
            }
        }
    }

    private IEnumerable<FieldChange> OfOutside(JsonElement change)
    {
        var name = RecordName(change.GetProperty("table").GetString()!);
        var (before, after) = (change.GetProperty("before"), change.GetProperty("after"));
        var fields = new[] { before, after }
            .Where(row => row.ValueKind == JsonValueKind.Object)
            .SelectMany(row => row.EnumerateObject().Select(p => p.Name))
            .Distinct(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var (old, now) = (Text(Of(before, field)), Text(Of(after, field)));
            if (old != now)
            {
                yield return new FieldChange(name, FieldName(Pascal(field)), old, now);
            }
        }
    }

    private string RecordName(string table) => texts.Maybe("audit.record." + table) ?? table;

    private string FieldName(string field) =>
        texts.Maybe("audit.field." + field) ?? Words().Replace(field, " ${upper}").Trim().ToLowerInvariant();

    private static JsonElement? Of(JsonElement row, string field) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(field, out var value) ? value : null;

    private static string Pascal(string field) =>
        string.Concat(field.Split('_').Select(w => w.Length == 0 ? "" : char.ToUpperInvariant(w[0]) + w[1..]));

    private string? Text(JsonElement? value) =>
        value?.ValueKind switch
        {
            null or JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.True => texts["web.list.yes"],
            JsonValueKind.False => texts["web.list.no"],
            JsonValueKind.String => value.Value.GetString(),
            _ => value.Value.GetRawText(),
        };

    [GeneratedRegex("(?<upper>[A-Z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
