using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Cases.Closing;

/// <summary>The document is not among those of the client that can stand behind an outcome.</summary>
internal sealed record ClosingDocumentIsUnknown() : Refusal("cases.refusal.closingDocumentUnknown")
{
    public override string? Field => "GroundDocument";
}

/// <summary>A document of the client that can stand behind an outcome.</summary>
public sealed record ClosingDocument(Guid Id, string Kind, string? Number, string? Title, DateOnly RegisteredOn);

/// <summary>
/// The documents behind an outcome: those of the client that came in or stand fast, and one more that comes with the
/// closing. It becomes a document of the case and stays there whether the section is closed or not.
/// </summary>
internal sealed class ClosingDocuments(PlusDb db, StaffAccessor staff, AddDocumentHandler adding)
{
    private const int Most = 50;

    public bool MayAdd => staff.Current.May(DocumentPermissions.Work);

    /// <summary>The newest first; none for who may not see documents.</summary>
    public async Task<IReadOnlyList<ClosingDocument>> OfAsync(ClientId client, CancellationToken ct) =>
        staff.Current.May(DocumentPermissions.View)
            ? await Within(client)
                .OrderByDescending(d => d.RegisteredOn)
                .ThenByDescending(d => d.Id)
                .Take(Most)
                .Select(d => new ClosingDocument(d.Id, d.Kind, d.Number, d.Title, d.RegisteredOn))
                .ToListAsync(ct)
            : [];

    public async Task<Refusal?> AgainstAsync(Section section, Guid? document, CancellationToken ct) =>
        document is { } id && !await Within(section.ClientId).AnyAsync(d => d.Id == id, ct)
            ? new ClosingDocumentIsUnknown()
            : null;

    /// <summary>Takes a file in as a document of the section.</summary>
    /// <param name="ground">Code of <see cref="ClosingGrounds"/>.</param>
    /// <param name="title">What it is, in words.</param>
    public Task<Outcome<Guid>> KeepAsync(
        Section section,
        string ground,
        string title,
        byte[] bytes,
        CancellationToken ct
    ) =>
        adding.AddAsync(
            new NewDocument(section.ClientId, section.Id, KindOf(ground), title, "lv", null) { CameIn = true },
            new VersionContent(bytes),
            VersionOrigin.Uploaded,
            ct
        );

    // A record of a death is no decision of anybody.
    private static string KindOf(string ground) => ground == ClosingGrounds.DeathRecord ? "other" : "decision";

    private IQueryable<Document> Within(ClientId client) =>
        db.DocumentsWithin(staff.Current, DocumentPermissions.View)
            .AsNoTracking()
            .Where(d =>
                d.ClientId == client
                && d.State != DocumentState.Annulled
                && (
                    d.Direction == DocumentDirection.Incoming
                    || d.State == DocumentState.Registered
                    || d.SignedAt != null
                )
            );
}
