using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents;

/// <summary>A document is reached by who reaches the client.</summary>
public static class DocumentReach
{
    public static IQueryable<Document> DocumentsWithin(this PlusDb db, CurrentStaff staff, string permission)
    {
        var clients = db.ClientsWithin(staff, permission);
        return db.Set<Document>().Where(d => clients.Any(c => c.Id == d.ClientId));
    }

    /// <summary>The document, tracked; null when there is none within reach of the permission.</summary>
    /// <param name="shown">The version of the record that the person saw; a change made since is then refused.</param>
    public static async Task<Document?> FindDocumentAsync(
        this PlusDb db,
        CurrentStaff staff,
        string permission,
        Guid id,
        uint? shown,
        CancellationToken ct
    )
    {
        var document = await db.DocumentsWithin(staff, permission).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is not null && shown is { } version)
        {
            db.Entry(document).Property(d => d.Version).OriginalValue = version;
        }

        return document;
    }
}
