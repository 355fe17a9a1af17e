using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Tests.Takeover;

/// <summary>How a folder is written.</summary>
internal enum FolderForm
{
    Jsonl,
    CsvSemicolon,
    CsvCommaWithMark,
}

/// <summary>A folder of the takeover contract, made for a test and deleted after it.</summary>
internal sealed class TakeoverFolder : IDisposable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, List<JsonObject>> _rows = new(StringComparer.Ordinal);

    public string Path { get; } = Directory.CreateTempSubdirectory("plus-takeover-").FullName;

    public string Source { get; set; } = "VECA";

    /// <summary>Counts by year put in the manifest; off where a test wants to say others.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Changes the manifest before it is written.</summary>
    public Action<JsonObject>? ChangeManifest { get; set; }

    public FolderForm Form { get; set; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Adds a row: names and values in turn; numbers and truths are written as such in JSON.</summary>
    public JsonObject Add(string table, params object?[] pairs)
    {
        var row = new JsonObject();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            row[(string)pairs[i]!] = pairs[i + 1] switch
            {
                null => null,
                int number => number,
                bool flag => flag,
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                var text => text.ToString(),
            };
        }

        RowsOf(table).Add(row);
        return row;
    }

    public List<JsonObject> RowsOf(string table)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            _rows.Add(table, rows = []);
        }

        return rows;
    }

    public JsonObject Row(string table, string id) => RowsOf(table).Single(r => (string?)r["id"] == id);

    /// <summary>Writes the files and the manifest that describes them.</summary>
    public TakeoverFolder Write()
    {
        foreach (var old in Directory.GetFiles(Path))
        {
            File.Delete(old);
        }

        foreach (var (table, rows) in _rows)
        {
            File.WriteAllBytes(FileOf(table), Form == FolderForm.Jsonl ? Json(rows) : Csv(rows));
        }

        return WriteManifest();
    }

    /// <summary>The manifest alone, over the files as they are.</summary>
    public TakeoverFolder WriteManifest()
    {
        var files = new JsonArray();
        foreach (var (table, rows) in _rows)
        {
            var file = new JsonObject
            {
                ["name"] = System.IO.Path.GetFileName(FileOf(table)),
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(FileOf(table)))),
            };
            if (Counts && YearFieldOf(table) is { Length: > 0 } field)
            {
                file["rows"] = ByYear(rows, field, _ => 1);
                if (table == "hours")
                {
                    file["minutes"] = ByYear(
                        rows,
                        field,
                        r => int.Parse(r["minutes"]!.ToString(), CultureInfo.InvariantCulture)
                    );
                }
            }

            files.Add(file);
        }

        var manifest = new JsonObject
        {
            ["contract"] = 1,
            ["source"] = Source,
            ["sourceVersion"] = "4.2",
            ["exportedAt"] = "2026-11-20T18:00:00Z",
            ["files"] = files,
        };
        ChangeManifest?.Invoke(manifest);
        File.WriteAllText(System.IO.Path.Combine(Path, "manifest.json"), manifest.ToJsonString(Options));
        return this;
    }

    public string FileOf(string table) =>
        System.IO.Path.Combine(Path, table + (Form == FolderForm.Jsonl ? ".jsonl" : ".csv"));

    private static JsonObject ByYear(List<JsonObject> rows, string field, Func<JsonObject, int> value)
    {
        var years = new JsonObject();
        foreach (var year in rows.GroupBy(r => ((string?)r[field])?[..4]).Where(g => int.TryParse(g.Key, out _)))
        {
            years[year.Key!] = year.Sum(value);
        }

        return years;
    }

    private static string YearFieldOf(string table) =>
        TakeoverContract.Tables.SingleOrDefault(t => t.Code == table)?.YearField ?? "";

    private static byte[] Json(List<JsonObject> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => r.ToJsonString(Options) + "\n")));

    private byte[] Csv(List<JsonObject> rows)
    {
        var separator = Form == FolderForm.CsvSemicolon ? ';' : ',';
        var names = rows.SelectMany(r => r.Select(p => p.Key)).Distinct().ToList();
        var text = new StringBuilder().AppendJoin(separator, names).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(separator, names.Select(n => Cell(row[n]))).Append("\r\n");
        }

        var mark = Form == FolderForm.CsvCommaWithMark ? "\uFEFF" : "";
        return Encoding.UTF8.GetBytes(mark + text);
    }

    private static string Cell(JsonNode? value)
    {
        var text = value?.ToString() ?? "";
        return text.IndexOfAny([';', ',', '"', '\n']) >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
