using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Documents.InPlace;

/// <summary>Keeps what a word processor saved and what could not become a version, and lets people decide about it.</summary>
public sealed class RecoveredSaves(
    PlusDb db,
    Processes processes,
    DocumentFiles files,
    SaveVersionHandler versions,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Kept = new("documents.saveRecovered");
    public static readonly ProcessType Settled = new("documents.recoveredSettled");

    private const string Unknown = "application/octet-stream";

    /// <summary>
    /// Keeps the bytes with the document. The service itself does it: whoever lost their access must not lose their work.
    /// </summary>
    public async Task KeepAsync(EditingPass pass, byte[] bytes, RecoveredReason reason)
    {
        if (bytes.Length == 0)
        {
            return;
        }

        using var itself = staff.AsSystem("webdav");
        db.ChangeTracker.Clear();
        var document = await db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == pass.DocumentId);
        var file = await files.PutMadeAsync(bytes, Unknown, CancellationToken.None);
        var waits = await db.Set<RecoveredSave>()
            .AnyAsync(r => r.DocumentId == document.Id && r.FileId == file.Id && r.SettledAt == null);
        if (waits)
        {
            return;
        }

        db.Add(new RecoveredSave(document.Id, pass.StaffId, clock.Now, reason, file.Id, bytes.LongLength));
        await processes.CommitAsync(
            new ProcessStart(Kept)
            {
                Client = document.ClientId,
                Section = document.SectionId,
                Subject = document.Id,
                Values = new Dictionary<string, object?> { ["reason"] = CodeConversion.CodeOf(reason) },
            }
        );
    }

    /// <summary>The bytes of one that waits; null when there is none within reach.</summary>
    public async Task<RecoveredFile?> ReadAsync(Guid document, Guid id, CancellationToken ct)
    {
        var found = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Work, document, null, ct);
        var save = found is null ? null : await WaitingAsync(document, id, ct);
        return save?.FileId is { } file
            ? new RecoveredFile(found!.ClientId, EditedName.Of(found), await files.ReadAsync(file, ct))
            : null;
    }

    /// <summary>Makes one that waits the newest version.</summary>
    public async Task<Outcome<Unit>> TakeAsync(Guid document, Guid id, CancellationToken ct)
    {
        if (await ReadAsync(document, id, ct) is not { } file)
        {
            return new NoSuchRecord();
        }

        var saved = await versions.SaveAsync(document, new VersionContent(file.Bytes), VersionOrigin.Edited, null, ct);
        return saved.Done ? await SettleAsync(document, id, "taken", ct) : saved.Refusal;
    }

    /// <summary>Throws one that waits away.</summary>
    public Task<Outcome<Unit>> DropAsync(Guid document, Guid id, CancellationToken ct) =>
        SettleAsync(document, id, "dropped", ct);

    private async Task<Outcome<Unit>> SettleAsync(Guid document, Guid id, string how, CancellationToken ct)
    {
        var found = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Work, document, null, ct);
        if (found is null || await WaitingAsync(document, id, ct) is not { } save)
        {
            return new NoSuchRecord();
        }

        save.Settle(clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(Settled)
            {
                Client = found.ClientId,
                Section = found.SectionId,
                Subject = found.Id,
                Values = new Dictionary<string, object?> { ["how"] = how },
            },
            ct
        );
    }

    private Task<RecoveredSave?> WaitingAsync(Guid document, Guid id, CancellationToken ct) =>
        db.Set<RecoveredSave>()
            .SingleOrDefaultAsync(r => r.Id == id && r.DocumentId == document && r.SettledAt == null, ct);
}

/// <summary>A recovered file to hand out.</summary>
public sealed record RecoveredFile(ClientId Client, string Name, byte[] Bytes);
