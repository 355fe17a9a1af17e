using Plus.Kernel.Ids;

namespace Plus.Web.Lists;

/// <summary>
/// Keeps typed text (names, codes, telephone numbers) out of addresses: it is stored under a short id that cannot be
/// guessed, for the person who typed it. Implemented where the database is.
/// </summary>
public interface IStoredQueries
{
    /// <summary>Stores what was typed for a list and gives its id; the same text gives the same id.</summary>
    Task<string> Keep(StaffId staff, string list, IReadOnlyDictionary<string, string> typed, CancellationToken cancel);

    /// <summary>What stands under the id for this person and list; null when nothing does.</summary>
    Task<IReadOnlyDictionary<string, string>?> Find(StaffId staff, string list, string id, CancellationToken cancel);
}
