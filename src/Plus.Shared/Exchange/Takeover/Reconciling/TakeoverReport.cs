using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Takeover.Reconciling;

/// <summary>The report of a run as one JSON object; quarantine is written row by row.</summary>
public static class TakeoverReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="run">The run; of a dry run it is not stored.</param>
    /// <param name="dryRun">Nothing was written.</param>
    /// <param name="latvian">Words for the reasons.</param>
    /// <param name="english">The same in English.</param>
    public static async Task WriteAsync(
        PlusDb db,
        TakeoverRun run,
        Reconciliation reconciliation,
        bool dryRun,
        Stream to,
        Texts latvian,
        Texts english,
        CancellationToken ct
    )
    {
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("source", run.Source);
        json.WriteString("sourceVersion", run.SourceVersion);
        json.WriteString("exportedAt", run.ExportedAt);
        json.WriteString("manifest", run.ManifestHash);
        json.WriteBoolean("dryRun", dryRun);
        json.WriteString("verdict", CodeConversion.CodeOf(reconciliation.Verdict));
        json.WriteStartArray("counts");
        foreach (var line in reconciliation.Counts)
        {
            Write(json, line);
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var line in reconciliation.Sections)
        {
            Write(json, line);
        }

        json.WriteEndArray();
        json.WriteStartArray("marks");
        foreach (var mark in reconciliation.Marks)
        {
            json.WriteStartObject();
            json.WriteString("table", mark.TableCode);
            json.WriteString("mark", mark.Mark);
            json.WriteNumber("rows", mark.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await WriteIgnoredAsync(db, run.Id, json, ct);
        json.WriteStartArray("quarantine");
        await foreach (var row in Quarantine(db, run.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            Write(json, row, latvian, english);
            await json.FlushAsync(ct);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static IQueryable<QuarantinedRow> Quarantine(PlusDb db, Guid run) =>
        db.Set<QuarantinedRow>()
            .AsNoTracking()
            .Where(q => q.RunId == run)
            .OrderBy(q => q.TableCode)
            .ThenBy(q => q.Line)
            .ThenBy(q => q.Id);

    private static async Task WriteIgnoredAsync(PlusDb db, Guid run, Utf8JsonWriter json, CancellationToken ct)
    {
        var files = await db.Set<TakeoverFileMark>().AsNoTracking().Where(f => f.RunId == run).ToListAsync(ct);
        json.WriteStartArray("ignoredFields");
        foreach (var file in files.OrderBy(f => f.FileName, StringComparer.Ordinal))
        {
            foreach (var field in file.Ignored)
            {
                json.WriteStringValue($"{file.FileName}: {field}");
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReconciledCount line)
    {
        var count = line.Count;
        json.WriteStartObject();
        json.WriteString("table", count.TableCode);
        json.WriteNumber("year", count.Year);
        Number(json, "expected", count.Expected);
        json.WriteNumber("inFile", count.InFile);
        json.WriteNumber("taken", count.Taken);
        json.WriteNumber("joined", count.Joined);
        json.WriteNumber("unchanged", count.Unchanged);
        json.WriteNumber("corrected", count.Corrected);
        json.WriteNumber("quarantined", count.Quarantined);
        json.WriteNumber("inDatabase", count.InDatabase ?? 0);
        if (count.TableCode == "hours")
        {
            Number(json, "minutesExpected", count.MinutesExpected);
            json.WriteNumber("minutesInFile", count.MinutesInFile);
            json.WriteNumber("minutesQuarantined", count.MinutesQuarantined);
            json.WriteNumber("minutesInDatabase", count.MinutesInDatabase ?? 0);
        }

        Write(json, line.Differences);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReconciledSections line)
    {
        json.WriteStartObject();
        json.WriteString("function", line.Count.Function);
        json.WriteString("outcome", line.Count.Outcome);
        json.WriteNumber("year", line.Count.Year);
        json.WriteNumber("inFile", line.Count.InFile);
        json.WriteNumber("quarantined", line.Count.Quarantined);
        json.WriteNumber("inDatabase", line.Count.InDatabase);
        Write(json, line.Differences);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> differences)
    {
        json.WriteStartArray("differences");
        foreach (var difference in differences)
        {
            json.WriteStringValue(difference);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, QuarantinedRow row, Texts latvian, Texts english)
    {
        json.WriteStartObject();
        json.WriteString("table", row.TableCode);
        json.WriteNumber("line", row.Line);
        json.WriteString("id", row.SourceId);
        json.WriteStartArray("reasons");
        foreach (var reason in IntakeReason.Read(row.ReasonValues))
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("field", reason.Field);
            json.WriteString("lv", TakeoverWords.Of(reason, latvian));
            json.WriteString("en", TakeoverWords.Of(reason, english));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
