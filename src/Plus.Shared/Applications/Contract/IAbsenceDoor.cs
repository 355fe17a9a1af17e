using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Applications.Contract;

/// <summary>Days on which a client is away with the Service's knowledge; both count.</summary>
/// <param name="Request">The application it was granted on, or the notice.</param>
public sealed record AllowedAbsence(SectionId Section, Guid Request, DateOnly From, DateOnly To, string Place);

/// <summary>
/// A room that does something with a client's absences. It adds to the context of the process that allows the absence;
/// the caller commits.
/// </summary>
public interface IAbsenceDoor
{
    /// <summary>The absence was granted or taken note of.</summary>
    Task AllowedAsync(PlusDb db, AllowedAbsence absence, CancellationToken ct);

    /// <summary>The client was back on a day, or the decision does not stand: from the day after, nothing is allowed by it.</summary>
    Task EndedAsync(PlusDb db, AllowedAbsence absence, DateOnly lastDay, CancellationToken ct);
}
