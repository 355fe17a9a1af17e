using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;
using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Signing;

namespace Plus.Shared.Documents.Signed;

/// <summary>
/// Signs the last version of a document electronically, as the person who asks: the container becomes the signed version.
/// </summary>
public sealed class SignElectronicallyHandler(
    PlusDb db,
    DocumentFiles files,
    SignDocumentHandler signing,
    SigningDoor door,
    StaffAccessor staff
)
{
    /// <summary>There is a signing service.</summary>
    public bool IsOffered => door.Signing is not null;

    /// <summary>What it signs is worth nothing outside the trial.</summary>
    public bool IsTrial => door.Signing?.IsTrial == true;

    public async Task<Outcome<Unit>> SignAsync(Guid id, uint? shown, CancellationToken ct)
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Sign, id, shown, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        if (door.Signing is not { } service)
        {
            return new SigningIsNotOffered();
        }

        if (document.State != DocumentState.ToBeSigned)
        {
            return new WayIsClosed(document.State, DocumentState.Signed);
        }

        if (document.SignerId is { } signer && !staff.Current.Reach.Managers.Contains(signer))
        {
            return new HandedToAnother();
        }

        var version = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleAsync(v => v.DocumentId == id && v.Ordinal == document.LastVersion, ct);
        var me = await db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == staff.Current.Id, ct);
        var bytes = await files.ReadAsync(version.FileId, ct);
        var file = new SignedFile(DocumentFileName.Of(document, version), version.MediaType, bytes);
        byte[] container;
        try
        {
            container = await service.SignAsync([file], new SigningPerson(me.UserName, me.GivenName, me.Surname), ct);
        }
        catch (Exception failed) when (failed is CryptographicException or HttpRequestException)
        {
            return new SigningFailed();
        }

        var content = new VersionContent(container) { MadeAs = MediaTypes.AsicE };
        return await signing.SignAsync(id, SignatureKind.Electronic, content, shown, ct);
    }
}

/// <summary>The service has no signing service.</summary>
public sealed record SigningIsNotOffered() : Refusal("documents.refusal.signingNotOffered");

/// <summary>The signing service could not sign; nothing has changed.</summary>
public sealed record SigningFailed() : Refusal("documents.refusal.signingFailed");
