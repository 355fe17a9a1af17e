using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.Numbering;

/// <summary>Writes number and day into the document itself, where it has a place for them.</summary>
public sealed class NumberedVersion(PlusDb db, DocumentFiles files, SaveVersionHandler versions)
{
    /// <summary>The code of the number's field.</summary>
    public const string Number = "document.number";

    /// <summary>The code of the day's field.</summary>
    public const string Day = "document.date";

    /// <summary>Adds the filled version to what is being written; nothing when the document has no such place.</summary>
    internal async Task<Refusal?> AddAsync(Document document, CancellationToken ct)
    {
        var last = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleAsync(v => v.DocumentId == document.Id && v.Ordinal == document.LastVersion, ct);
        if (last.MediaType != MediaTypes.Docx)
        {
            return null;
        }

        var bytes = await files.ReadAsync(last.FileId, ct);
        if (!TemplateMerge.Shows(bytes, Number))
        {
            return null;
        }

        var filled = TemplateMerge.FillIn(
            bytes,
            new Dictionary<string, object?> { [Number] = document.Number, [Day] = document.RegisteredOn },
            document.Language
        );
        var added = await versions.AddAsync(
            document,
            new VersionContent(filled) { MadeAs = MediaTypes.Docx },
            VersionOrigin.Numbered,
            ct
        );
        return added.Done ? null : added.Refusal;
    }
}
