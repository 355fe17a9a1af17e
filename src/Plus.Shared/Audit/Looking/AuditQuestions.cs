using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Looking;

/// <summary>Questions put to the audit, each person's own: under an id, so that no name stands in an address.</summary>
internal sealed class AuditQuestions(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    private static readonly TimeSpan KeptUnnamed = TimeSpan.FromDays(30);

    private Guid Me => staff.Current.Id?.Value ?? Guid.Empty;

    /// <param name="name">Keeps it for good under this name; null for a month.</param>
    public async Task<Guid> KeepAsync(AuditQuestion question, string? name, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var asked = JsonSerializer.Serialize(question, JsonSerializerOptions.Web);
        var kept = string.IsNullOrWhiteSpace(name) ? "" : name.Trim();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit.question (id, staff_id, asked, name, asked_at)
            VALUES ({id}, {Me}, {asked}::jsonb, nullif({kept}, ''), {clock.Now})
            """,
            ct
        );
        var old = clock.Now - KeptUnnamed;
        await db.Database.ExecuteSqlAsync($"DELETE FROM audit.question WHERE name IS NULL AND asked_at < {old}", ct);
        return id;
    }

    public async Task<AuditQuestion?> FindAsync(Guid id, CancellationToken ct)
    {
        var asked = await db
            .Database.SqlQuery<string>(
                $"SELECT asked::text AS \"Value\" FROM audit.question WHERE id = {id} AND staff_id = {Me}"
            )
            .ToListAsync(ct);
        return asked is [var one] ? JsonSerializer.Deserialize<AuditQuestion>(one, JsonSerializerOptions.Web) : null;
    }

    public Task<List<KeptQuestion>> NamedAsync(CancellationToken ct) =>
        db
            .Database.SqlQuery<KeptQuestion>(
                $"""
                SELECT id AS "Id", name AS "Name" FROM audit.question
                WHERE staff_id = {Me} AND name IS NOT NULL ORDER BY name LIMIT 50
                """
            )
            .ToListAsync(ct);

    public Task ForgetAsync(Guid id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM audit.question WHERE id = {id} AND staff_id = {Me}", ct);
}
