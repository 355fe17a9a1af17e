using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Drafts.Records;
using Plus.Web.Lists;

namespace Plus.Shared.Drafts.Keeping;

/// <summary>
/// Keeps typed text under a short random id, so that addresses, histories and bookmarks carry no name, code or phone.
/// Only who typed it reads it back.
/// </summary>
public sealed class StoredQueries(PlusDb db, PlusClock clock) : IStoredQueries
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int LongestText = 200;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Stores what was typed for a list and gives its id; the same text gives the same id.</summary>
    public async Task<string> Keep(
        StaffId staff,
        string list,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancel
    )
    {
        var clean = typed.ToDictionary(t => t.Key, t => Clean(t.Value), StringComparer.Ordinal);
        var text = JsonSerializer.Serialize(new Kept(list, clean), Options);
        var known = await db.Set<StoredQuery>()
            .Where(q => q.StaffId == staff && q.Text == text)
            .Select(q => q.Id)
            .FirstOrDefaultAsync(cancel);
        if (known is not null)
        {
            return known;
        }

        var id = RandomNumberGenerator.GetString(Letters, 12);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO drafts.stored_query (id, staff_id, text, saved_at) VALUES ({id}, {staff.Value}, {text}, {clock.Now})",
            cancel
        );
        return id;
    }

    /// <summary>What stands under the id for this person and list; null when nothing does.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Find(
        StaffId staff,
        string list,
        string id,
        CancellationToken cancel
    )
    {
        var text = await db.Set<StoredQuery>()
            .Where(q => q.Id == id && q.StaffId == staff)
            .Select(q => q.Text)
            .SingleOrDefaultAsync(cancel);
        var kept = text is null ? null : JsonSerializer.Deserialize<Kept>(text, Options);
        return kept?.List == list ? kept.Typed : null;
    }

    // PostgreSQL holds no NUL in a text.
    private static string Clean(string text)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return clean.Length <= LongestText ? clean : clean[..LongestText];
    }

    private sealed record Kept(string List, Dictionary<string, string> Typed);
}
