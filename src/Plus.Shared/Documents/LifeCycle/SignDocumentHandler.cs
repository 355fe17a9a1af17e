using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>
/// Notes that a document was signed, with the signed file where there is one: the container of an electronic signature,
/// the scan of a paper, the mark made on the Service's device. From here on the document never changes.
/// </summary>
public sealed class SignDocumentHandler(
    PlusDb db,
    Processes processes,
    SaveVersionHandler versions,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <param name="how">Kind of signature (law, art. 3.¹).</param>
    /// <param name="signed">The signed file; null when the last version itself bears the signature on paper and no scan is kept.</param>
    /// <param name="shown">The version of the record that the person saw.</param>
    public async Task<Outcome<Unit>> SignAsync(
        Guid id,
        SignatureKind how,
        VersionContent? signed,
        uint? shown,
        CancellationToken ct
    )
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Sign, id, shown, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        if (document.State != DocumentState.ToBeSigned)
        {
            return new WayIsClosed(document.State, DocumentState.Signed);
        }

        if (document.SignerId is { } signer && !staff.Current.Reach.Managers.Contains(signer))
        {
            return new HandedToAnother();
        }

        if (signed is not null)
        {
            var added = await versions.AddAsync(document, signed, VersionOrigin.Signed, ct);
            if (!added.Done)
            {
                return added.Refusal;
            }
        }

        document.Sign(how, staff.Current.Id, clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(DocumentProcesses.Signed)
            {
                Client = document.ClientId,
                Section = document.SectionId,
                Subject = document.Id,
                LegalBasis = "Valsts probācijas dienesta likums, 3.¹ pants",
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = document.Kind,
                    ["number"] = document.Number ?? "—",
                    ["how"] = CodeConversion.CodeOf(how),
                },
            },
            ct
        );
    }
}
