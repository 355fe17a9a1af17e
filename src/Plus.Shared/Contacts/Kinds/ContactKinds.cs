using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Kinds;

/// <summary>The kinds of contact as they are set now; read at most once a minute, since every form asks for them.</summary>
public sealed class ContactKinds(PlusDb db, ContactKindsHeld held, PlusClock clock)
{
    /// <summary>Why a client did not come. Waiting for evidence is a state that ends with one of the other two.</summary>
    public static IReadOnlyList<string> AbsenceReasons { get; } = ["justified", "unjustified", "waitingForEvidence"];

    /// <summary>All kinds, most frequent first.</summary>
    public async Task<IReadOnlyList<ContactKind>> ReadAsync(CancellationToken ct) =>
        held.At(clock.Now)
        ?? held.Keep(await db.Set<ContactKind>().AsNoTracking().OrderBy(k => k.Ordinal).ToListAsync(ct), clock.Now);

    /// <summary>The kind of a code; null when there is none.</summary>
    public async Task<ContactKind?> FindAsync(string? code, CancellationToken ct) =>
        (await ReadAsync(ct)).FirstOrDefault(k => k.Code == code);
}

/// <summary>Keeps the kinds for a minute: a change made on another node is seen after that.</summary>
public sealed class ContactKindsHeld
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private (IReadOnlyList<ContactKind> Kinds, DateTimeOffset At)? _held;

    public IReadOnlyList<ContactKind>? At(DateTimeOffset now) =>
        _held is { } held && now - held.At < Longest && now >= held.At ? held.Kinds : null;

    public IReadOnlyList<ContactKind> Keep(IReadOnlyList<ContactKind> kinds, DateTimeOffset now)
    {
        _held = (kinds, now);
        return kinds;
    }

    public void Forget() => _held = null;
}
