using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>A document to begin.</summary>
/// <param name="Kind">One of <see cref="AddDocumentHandler.Kinds"/>.</param>
/// <param name="Title">What it is about.</param>
public sealed record NewDocument(
    ClientId Client,
    SectionId? Section,
    string Kind,
    string Title,
    string Language,
    Guid? Nomenclature
)
{
    /// <summary>The template it is made from, its code, and the instant of the data; null for a file sent in.</summary>
    public (Guid Version, string Code, DateTimeOffset DataAsOf)? MadeFrom { get; init; }

    public IReadOnlyList<(string Kind, string Name, string? Address)> Recipients { get; init; } = [];

    /// <summary>It came from outside and stands as it came: registered today, never a draft of the Service.</summary>
    public bool CameIn { get; init; }

    /// <summary>Its PDF is asked for at once.</summary>
    public bool WithPdf { get; init; }
}

/// <summary>Begins a document of a client with its first version.</summary>
public sealed class AddDocumentHandler(
    PlusDb db,
    Processes processes,
    SaveVersionHandler versions,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static IReadOnlyList<string> Kinds { get; } =
    ["letter", "request", "answer", "report", "submission", "decision", "warning", "act", "application", "other"];

    public async Task<Outcome<Guid>> AddAsync(
        NewDocument wanted,
        VersionContent content,
        VersionOrigin origin,
        CancellationToken ct
    )
    {
        if (!await db.ReachesAsync(staff.Current, DocumentPermissions.Work, wanted.Client, ct))
        {
            return new NoSuchRecord();
        }

        if (
            !Kinds.Contains(wanted.Kind)
            || (
                wanted.Section is { } section
                && !await db.Set<Section>()
                    .Within(staff.Current, DocumentPermissions.Work)
                    .AnyAsync(s => s.Id == section && s.ClientId == wanted.Client, ct)
            )
        )
        {
            return new NoSuchRecord();
        }

        var (document, refusal) = await PrepareAsync(wanted, content, origin, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var done = await processes.CommitAsync(Story(document), ct);
        return done.Done ? document.Id : done.Refusal;
    }

    /// <summary>Adds it to what is being written; for work on many, whose process is told apart.</summary>
    internal async Task<(Document Document, Refusal? Refusal)> PrepareAsync(
        NewDocument wanted,
        VersionContent content,
        VersionOrigin origin,
        CancellationToken ct
    )
    {
        var document = new Document(Guid.CreateVersion7(), wanted.Client, wanted.Section, "plus");
        document.Begin(
            wanted.Kind,
            wanted.Title.Trim(),
            wanted.Language,
            wanted.Nomenclature,
            staff.Current.Id,
            clock.Now,
            clock.Today
        );
        if (wanted.CameIn)
        {
            document.Register(wanted.Kind, DocumentDirection.Incoming, null, clock.Today, null);
            document.Enter(DocumentState.Registered);
        }

        if (wanted.MadeFrom is { } from)
        {
            document.MadeFrom(from.Version, from.Code, from.DataAsOf);
        }

        var added = await versions.AddAsync(document, content, origin, ct);
        if (!added.Done)
        {
            return (document, added.Refusal);
        }

        db.Add(document);
        if (wanted.WithPdf)
        {
            db.Add(new PdfJob(added.Value, clock.Now));
        }

        foreach (var (kind, name, address) in wanted.Recipients)
        {
            var recipient = new DocumentRecipient(document, kind, name);
            recipient.LivesAt(address);
            db.Add(recipient);
        }

        return (document, null);
    }

    internal static ProcessStart Story(Document document) =>
        new(DocumentProcesses.Made)
        {
            Client = document.ClientId,
            Section = document.SectionId,
            Subject = document.Id,
            Values = new Dictionary<string, object?> { ["kind"] = document.Kind },
        };
}
