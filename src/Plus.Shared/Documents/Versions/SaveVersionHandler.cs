using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Signed;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Documents.Versions;

/// <summary>What is saved as a version.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Remark">What the person says of it; null when nothing.</param>
public sealed record VersionContent(byte[] Bytes, string? Remark = null)
{
    /// <summary>Media type of what PLUS made itself; null for what came from outside, which is judged by its content.</summary>
    public string? MadeAs { get; init; }
}

/// <summary>
/// Saves the words of a document as a new version, while they may still change. The one door for a page, for a word
/// processor that edits in place, and for what PLUS fills in itself.
/// </summary>
public sealed class SaveVersionHandler(
    PlusDb db,
    Processes processes,
    DocumentFiles files,
    SignatureFindings findings,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>Saves a version as one process of the client.</summary>
    /// <param name="basedOn">Ordinal of the version that was changed; another one saved since is a conflict. Null asks nothing.</param>
    /// <returns>The new version, or the last one when the bytes are the same.</returns>
    public async Task<Outcome<DocumentVersion>> SaveAsync(
        Guid id,
        VersionContent content,
        VersionOrigin origin,
        int? basedOn,
        CancellationToken ct
    )
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Work, id, null, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        if (!DocumentLifeCycle.IsOpen(document.State))
        {
            return new WordsStandFast();
        }

        if (basedOn is { } known && known != document.LastVersion)
        {
            return new ChangedMeanwhile();
        }

        var added = await AddAsync(document, content, origin, ct);
        if (!added.Done)
        {
            return added.Refusal;
        }

        if (added.Value.Ordinal < document.LastVersion || db.Entry(added.Value).State != EntityState.Added)
        {
            return added.Value;
        }

        var done = await processes.CommitAsync(
            new ProcessStart(DocumentProcesses.VersionSaved)
            {
                Client = document.ClientId,
                Section = document.SectionId,
                Subject = document.Id,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = document.Kind,
                    ["version"] = added.Value.Ordinal,
                    ["origin"] = CodeConversion.CodeOf(origin),
                },
            },
            ct
        );
        return done.Done ? added.Value : done.Refusal;
    }

    /// <summary>Adds the version to what is being written; for handlers whose process it is part of.</summary>
    internal async Task<Outcome<DocumentVersion>> AddAsync(
        Document document,
        VersionContent content,
        VersionOrigin origin,
        CancellationToken ct
    )
    {
        KeptFile file;
        if (content.MadeAs is { } made)
        {
            file = await files.PutMadeAsync(content.Bytes, made, ct);
        }
        else
        {
            var put = await files.PutAsync(content.Bytes, UploadKind.Document, ct);
            if (!put.Done)
            {
                return put.Refusal is FileRefused refused ? refused with { In = "File" } : put.Refusal;
            }

            file = put.Value;
        }

        var last = await db.Set<DocumentVersion>()
            .Where(v => v.DocumentId == document.Id && v.Ordinal == document.LastVersion)
            .SingleOrDefaultAsync(ct);
        if (last?.FileId == file.Id && origin != VersionOrigin.Signed)
        {
            return last;
        }

        var version = new DocumentVersion(document, document.NextVersion(), origin, staff.Current.Id, clock.Now);
        var text = file.MediaType == MediaTypes.Docx ? DocxText.Read(content.Bytes) : null;
        version.Holds(file, text);
        version.Says(content.Remark);
        db.Add(version);
        findings.Keep(version, content.Bytes);
        return version;
    }
}
