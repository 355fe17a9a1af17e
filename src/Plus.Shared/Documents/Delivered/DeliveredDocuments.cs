using Npgsql;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;

namespace Plus.Shared.Documents.Delivered;

/// <summary>The nomenclature and the templates that come with PLUS. The nomenclature is laid down once and is the
/// Service's own from then on.</summary>
public static class DeliveredDocuments
{
    public static async Task SeedAsync(NpgsqlConnection connection, IEnumerable<PlusModule> doors, CancellationToken ct)
    {
        await using var any = new NpgsqlCommand("SELECT EXISTS (SELECT FROM documents.nomenclature)", connection);
        if (await any.ExecuteScalarAsync(ct) is not true)
        {
            await LayDownNomenclatureAsync(connection, ct);
        }

        await DeliveredTemplates.SeedAsync(connection, doors, ct);
    }

    private static async Task LayDownNomenclatureAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var delivered = Nomenclature();
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO documents.nomenclature (id, mark, title_lv, title_en, valid_from, unconfirmed)
            SELECT gen_random_uuid(), m, l, e, date '2000-01-01', true
            FROM unnest($1::text[], $2::text[], $3::text[]) AS s (m, l, e)
            """,
            connection
        );
        command.Parameters.AddWithValue(delivered.Select(s => s.Mark).ToArray());
        command.Parameters.AddWithValue(delivered.Select(s => s.TitleLv).ToArray());
        command.Parameters.AddWithValue(delivered.Select(s => s.TitleEn).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    private static IReadOnlyList<SeriesDelivered> Nomenclature() =>
        DeliveredFile
            .Read<NomenclaturePart>(
                typeof(DeliveredDocuments).Assembly,
                "Plus.Shared/Documents/Delivered/nomenclature.json"
            )
            .Series;

    private sealed record NomenclaturePart(string About, IReadOnlyList<SeriesDelivered> Series);

    private sealed record SeriesDelivered(string Mark, string TitleLv, string TitleEn);
}
