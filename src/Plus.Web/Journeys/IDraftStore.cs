using Plus.Kernel.Ids;

namespace Plus.Web.Journeys;

/// <summary>
/// Whose draft of what: the person, the form or journey (a code such as <c>contacts.outcome</c>), and the id of the
/// record it is about (empty when there is none yet).
/// </summary>
public sealed record DraftKey(StaffId User, string Form, string Subject);

/// <summary>What was kept, and when.</summary>
public sealed record Draft(string Json, DateTimeOffset KeptAt);

/// <summary>
/// Keeps half-filled forms on the server, so that they survive a lost session, a restart and another computer. The
/// implementation lives where the database is. Drafts hold personal data: they are read by their owner only and are
/// dropped when the form is sent.
/// </summary>
public interface IDraftStore
{
    /// <summary>The draft, or null.</summary>
    Task<Draft?> Find(DraftKey key, CancellationToken cancel);

    /// <summary>Keeps or replaces the draft.</summary>
    Task Keep(DraftKey key, string json, CancellationToken cancel);

    /// <summary>Drops the draft; none is no error.</summary>
    Task Drop(DraftKey key, CancellationToken cancel);
}
