using System.Globalization;
using System.Text;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Tests.Takeover;

/// <summary>docs/takeover.md describes every field as the code reads it.</summary>
public sealed class ContractDocumentTests
{
    private const string Begin = "<!-- tables: made by the tests with PLUS_WRITE_DOCS=1 -->\n";
    private const string End = "<!-- end of tables -->";

    [Fact]
    public async Task EveryField_IsDescribed()
    {
        var path = Path.Combine(Root(), "docs", "takeover.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("PLUS_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(
                path,
                text[..from] + Tables() + text[to..],
                TestContext.Current.CancellationToken
            );
            return;
        }

        Assert.Equal(Tables(), text[from..to]);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var table in TakeoverContract.Mappings.Concat(TakeoverContract.Tables))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {table.Code}\n{table.About}");
            text.Append(table.YearField.Length > 0 ? $" Counted under the year of `{table.YearField}`.\n\n" : "\n\n");
            text.Append("| field | type | must | example | what |\n|---|---|---|---|---|\n");
            foreach (var field in table.Fields)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{field.Name}` | {Type(field)} | {(field.Required ? "yes" : "")} | `{field.Example}` | {field.About} |\n"
                );
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Type(TakeoverField field) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Name => $"text, at most {field.Length}",
            FieldKind.PastDay => "day, not in the future",
            FieldKind.Day => "day",
            FieldKind.Time => "time",
            FieldKind.Whole => $"whole number, 0 to {field.Length}",
            FieldKind.Flag => "true or false",
            FieldKind.Offences => $"articles, at most {field.Length}",
            FieldKind.Hash => "SHA-256, hexadecimal",
            _ => "one of " + string.Join(", ", field.Codes.Select(c => $"`{c}`")),
        };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Plus.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
