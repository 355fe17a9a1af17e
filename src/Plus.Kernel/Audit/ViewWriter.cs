using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;

namespace Plus.Kernel.Audit;

/// <summary>Inserts a view row in one statement, beside whatever the context tracks.</summary>
internal static class ViewWriter
{
    public static Task InsertAsync(PlusDb db, ViewRow row, CancellationToken ct)
    {
        var kind = row.Kind.ToString();
        kind = char.ToLowerInvariant(kind[0]) + kind[1..];
        Guid? actor = row.ActorId?.Value;
        Guid? section = row.SectionId?.Value;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit.view (id, at, actor_id, kind, part, clients, section_id, purpose, source)
            VALUES ({row.Id}, {row.At}, {actor}, {kind}, {row.Part}, {row.Clients}, {section}, {row.Purpose}, {row.Source})
            """,
            ct
        );
    }

    /// <summary>
    /// Inserts it with the purpose that stands for this person and client: the case itself, or what was stated since an
    /// instant. False, and nothing inserted, when none does.
    /// </summary>
    public static async Task<bool> InsertForPurposeAsync(
        PlusDb db,
        ViewRow row,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var kind = CodeConversion.CodeOf(row.Kind);
        Guid? actor = row.ActorId?.Value;
        Guid? section = row.SectionId?.Value;
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit.view (id, at, actor_id, kind, part, clients, section_id, purpose, source)
            SELECT {row.Id}, {row.At}, {actor}, {kind}, {row.Part}, {row.Clients}, {section}, p.purpose, {row.Source}
            FROM access.purpose_for({row.Clients[0]}, {since}) AS p (purpose) WHERE p.purpose IS NOT NULL
            """,
            ct
        );
        return inserted == 1;
    }
}
