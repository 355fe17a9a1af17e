using System.Security.Cryptography;
using Npgsql;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Templates;

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
    /// <summary>Name of the file.</summary>
    public string File => Code + ".1.docx";
}

/// <summary>The templates that come with PLUS. Those that are missing are added; what a Service made of them stays.</summary>
public static class DeliveredTemplates
{
    public static IReadOnlyList<DeliveredTemplate> Read() =>
        DeliveredFile
            .Read<TemplatesPart>(typeof(DeliveredTemplates).Assembly, "Plus.Shared/Documents/Delivered/templates.json")
            .Templates;

    public static async Task SeedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var all = Read();
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
                t => Convert.ToHexStringLower(SHA256.HashData(TemplateFiles.ReadDelivered(t.File))),
            }
        )
        {
            command.Parameters.AddWithValue(all.Select(column).ToArray());
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record TemplatesPart(string About, IReadOnlyList<DeliveredTemplate> Templates);
}
