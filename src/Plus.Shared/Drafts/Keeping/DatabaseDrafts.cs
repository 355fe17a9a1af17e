using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Web.Journeys;
using Draft = Plus.Web.Journeys.Draft;
using DraftRow = Plus.Shared.Drafts.Records.Draft;

namespace Plus.Shared.Drafts.Keeping;

/// <summary>
/// Keeps half-filled forms in the database. Plain statements beside whatever the context tracks: a draft is kept also
/// when the handler refused what it had begun.
/// </summary>
internal sealed class DatabaseDrafts(PlusDb db, PlusClock clock) : IDraftStore
{
    public async Task<Draft?> Find(DraftKey key, CancellationToken cancel) =>
        await db.Set<DraftRow>()
            .AsNoTracking()
            .Where(d => d.StaffId == key.User && d.Journey == key.Form && d.SubjectId == key.Subject)
            .Select(d => new Draft(d.Content, d.SavedAt))
            .SingleOrDefaultAsync(cancel);

    public Task Keep(DraftKey key, string json, CancellationToken cancel)
    {
        // PostgreSQL holds no NUL in a text; a form that sends one is still worth keeping.
        var content = json.Replace("\\u0000", "", StringComparison.Ordinal);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO drafts.draft (staff_id, journey, subject_id, content, saved_at)
            VALUES ({key.User.Value}, {key.Form}, {key.Subject}, {content}::jsonb, {clock.Now})
            ON CONFLICT (staff_id, journey, subject_id)
            DO UPDATE SET content = EXCLUDED.content, saved_at = EXCLUDED.saved_at
            """,
            cancel
        );
    }

    public Task Drop(DraftKey key, CancellationToken cancel) =>
        db.Set<DraftRow>()
            .Where(d => d.StaffId == key.User && d.Journey == key.Form && d.SubjectId == key.Subject)
            .ExecuteDeleteAsync(cancel);
}
