using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Npgsql;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;

namespace Plus.Shared.Documents.Delivered;

/// <summary>A template that PLUS brings.</summary>
public sealed record DeliveredTemplate(
    string Code,
    string TitleLv,
    string TitleEn,
    string Kind,
    string Step,
    string Language,
    string? Function,
    string Mark,
    string RecipientKind
)
{
    /// <summary>Where it lies; empty for the folder of this room.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>Name of the file, with its folder.</summary>
    public string File => Folder + Code + ".1.docx";
}

/// <summary>The templates that come with PLUS. Those that are missing are added; what a Service made of them stays.</summary>
public static class DeliveredTemplates
{
    private const string Own = "Plus.Shared/Documents/Delivered/";

    /// <summary>Those of this room and of every door that brings some.</summary>
    public static IReadOnlyList<DeliveredTemplate> Read(IEnumerable<PlusModule> doors) =>
        [
            .. Part(Own),
            .. doors
                .OfType<ITemplateDoor>()
                .SelectMany(d => Part(d.TemplateFolder).Select(t => t with { Folder = d.TemplateFolder })),
        ];

    /// <summary>A delivered DOCX by the name of its file. It never changes: a better one is delivered under the next number.</summary>
    internal static byte[] ReadFile(string name)
    {
        var path = name.Contains('/', StringComparison.Ordinal) ? name : Own + name;
        using var stream =
            ProjectOf(path).GetManifestResourceStream(path)
            ?? throw new InvalidDataException($"{name} is not delivered.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static IReadOnlyList<DeliveredTemplate> Part(string folder) =>
        DeliveredFile.Read<TemplatesPart>(ProjectOf(folder), folder + "templates.json").Templates;

    private static Assembly ProjectOf(string path) =>
        Assembly.Load(path[..path.IndexOf('/', StringComparison.Ordinal)]);

    public static async Task SeedAsync(NpgsqlConnection connection, IEnumerable<PlusModule> doors, CancellationToken ct)
    {
        var all = Read(doors);
        await using var command = new NpgsqlCommand(
            """
            WITH delivered AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::text[], $11::text[])
                    AS d (code, lv, en, kind, step, language, function, mark, recipient, file, hash)
            ), added AS (
                INSERT INTO documents.template
                    (id, code, title_lv, title_en, kind, step, language, function, nomenclature_id, recipient_kind)
                SELECT gen_random_uuid(), d.code, d.lv, d.en, d.kind, d.step, d.language, nullif(d.function, ''),
                    (SELECT n.id FROM documents.nomenclature n WHERE n.mark = d.mark), d.recipient
                FROM delivered d
                WHERE NOT EXISTS (SELECT FROM documents.template t WHERE t.code = d.code)
                RETURNING id, code
            )
            INSERT INTO documents.template_version
                (id, template_id, ordinal, state, file_hash, delivered_as, valid_from, proposed_at, decided_at)
            SELECT gen_random_uuid(), a.id, 1, 'approved', d.hash, d.file, date '2000-01-01', now(), now()
            FROM added a JOIN delivered d ON d.code = a.code
            """,
            connection
        );
        foreach (
            var column in new Func<DeliveredTemplate, string>[]
            {
                t => t.Code,
                t => t.TitleLv,
                t => t.TitleEn,
                t => t.Kind,
                t => t.Step,
                t => t.Language,
                t => t.Function ?? "",
                t => t.Mark,
                t => t.RecipientKind,
                t => t.File,
                t => Convert.ToHexStringLower(SHA256.HashData(ReadFile(t.File))),
            }
        )
        {
            command.Parameters.AddWithValue(all.Select(column).ToArray());
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record TemplatesPart(string About, IReadOnlyList<DeliveredTemplate> Templates);
}
