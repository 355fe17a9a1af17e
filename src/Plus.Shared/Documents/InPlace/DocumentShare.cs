using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;
using Plus.Web.WebDav;

namespace Plus.Shared.Documents.InPlace;

/// <summary>What a share needs of the house.</summary>
internal sealed record ShareTools(
    PlusDb Db,
    Processes Processes,
    DocumentFiles Files,
    SaveVersionHandler Versions,
    RecoveredSaves Recovered,
    ViewLog Views,
    SideFiles Side,
    PlusClock Clock
);

/// <summary>
/// One document as a collection: itself, and what programs put beside it while they save. Its structure cannot be
/// changed, and every save becomes a version or is kept as recovered.
/// </summary>
internal sealed class DocumentShare(ShareTools tools, EditingPass pass, Document document, bool onlyAsks)
    : IDavCollection
{
    private readonly string _path = "/" + EditedName.Of(document);
    private DocumentVersion? _version;

    public string Holder => pass.StaffId.Value.ToString();

    public IDavLocks Locks =>
        new DocumentLocks(
            tools.Db,
            tools.Processes,
            tools.Clock,
            document.Id,
            _path,
            DocumentLifeCycle.IsOpen(document.State)
        );

    public DavLimits Limits { get; } =
        new() { Upload = UploadKind.Writing.MaxBytes, LockTime = TimeSpan.FromMinutes(10) };

    public async Task<DavItem?> FindAsync(string path, CancellationToken ct)
    {
        if (path == "/")
        {
            return new DavItem("/", true) { CreatedAt = pass.BegunAt, ChangedAt = pass.BegunAt };
        }

        if (path != _path)
        {
            return tools.Side.Find(pass.Id, path[1..]) is { } side ? Item(side) : null;
        }

        var version = await VersionAsync(ct);
        return new DavItem(path, false)
        {
            Length = version.Size,
            ContentType = version.MediaType,
            Tag = TagOf(version),
            CreatedAt = document.MadeAt ?? version.SavedAt,
            ChangedAt = version.SavedAt,
            Properties = tools.Side.PropertiesOf(pass.Id),
        };
    }

    public async Task<IReadOnlyList<DavItem>> MembersAsync(DavItem collection, CancellationToken ct) =>
        [(await FindAsync(_path, ct))!, .. tools.Side.Of(pass.Id).Select(Item)];

    public async Task<Stream> ReadAsync(DavItem file, CancellationToken ct)
    {
        if (file.Path != _path)
        {
            return new MemoryStream(tools.Side.Find(pass.Id, file.Name)?.Content ?? [], writable: false);
        }

        var version = await VersionAsync(ct);
        if (!onlyAsks)
        {
            await tools.Views.DiscloseAsync(DocumentPermissions.Work, [document.ClientId], ct);
            pass.Saw(version.Ordinal);
            await tools.Processes.SaveBookkeepingAsync(ct);
        }

        return new MemoryStream(await tools.Files.ReadAsync(version.FileId, ct), writable: false);
    }

    public async Task<DavAnswer> WriteAsync(string path, DavItem? before, Stream content, CancellationToken ct)
    {
        var isSide = path != _path && SideFiles.IsSideName(path[1..]);
        if (path != _path && !isSide)
        {
            return DavAnswer.Forbidden;
        }

        var (bytes, isWhole) = await SentBytes.ReadAsync(content, Limits.Upload, ct);
        if (isSide)
        {
            return !isWhole ? new DavAnswer(400)
                : tools.Side.Put(pass.Id, path[1..], bytes) ? new DavAnswer(before is null ? 201 : 204)
                : new DavAnswer(507);
        }

        if (!isWhole)
        {
            await tools.Recovered.KeepAsync(pass, bytes, RecoveredReason.Half);
            return new DavAnswer(400);
        }

        // Some programs empty a file before they write it: what stands there stays until there is something to put.
        return bytes.Length == 0 ? new DavAnswer(204, TagOf(await VersionAsync(ct))) : await SaveAsync(bytes);
    }

    public async Task RefusedAsync(string path, Stream content, CancellationToken ct)
    {
        if (path == _path)
        {
            var (bytes, isWhole) = await SentBytes.ReadAsync(content, Limits.Upload, ct);
            await tools.Recovered.KeepAsync(pass, bytes, isWhole ? RecoveredReason.LockLost : RecoveredReason.Half);
        }
    }

    public Task<DavAnswer> DeleteAsync(DavItem item, CancellationToken ct)
    {
        if (item.IsCollection || item.Path == _path)
        {
            return Task.FromResult(DavAnswer.Forbidden);
        }

        tools.Side.Remove(pass.Id, item.Name);
        return Task.FromResult(DavAnswer.Done);
    }

    public async Task<DavAnswer> MoveAsync(DavItem from, string to, DavItem? replaced, CancellationToken ct)
    {
        if (from.IsCollection || from.Path == _path || tools.Side.Find(pass.Id, from.Name) is not { } side)
        {
            return DavAnswer.Forbidden;
        }

        // Written beside and put in place of the document: that is how careful programs save.
        var answer =
            to == _path ? await SaveAsync(side.Content)
            : SideFiles.IsSideName(to[1..]) && tools.Side.Put(pass.Id, to[1..], side.Content) ? DavAnswer.Created
            : DavAnswer.Forbidden;
        if (answer.Succeeded)
        {
            tools.Side.Remove(pass.Id, from.Name);
        }

        return answer;
    }

    public Task<DavAnswer> MakeCollectionAsync(string path, CancellationToken ct) =>
        Task.FromResult(DavAnswer.Forbidden);

    public Task<DavAnswer> CopyAsync(DavItem from, string to, DavItem? replaced, bool deep, CancellationToken ct) =>
        Task.FromResult(DavAnswer.Forbidden);

    public Task<DavAnswer> SetPropertiesAsync(DavItem item, IReadOnlyList<XElement> properties, CancellationToken ct)
    {
        if (item.Path != _path)
        {
            return Task.FromResult(DavAnswer.Forbidden);
        }

        tools.Side.SetProperties(pass.Id, properties);
        return Task.FromResult(DavAnswer.Done);
    }

    // Once all of it is here it is saved, whether the sender still waits or not.
    private async Task<DavAnswer> SaveAsync(byte[] bytes)
    {
        Refusal? refusal = null;
        using (var content = new MemoryStream(bytes, writable: false))
        {
            var judged = UploadCheck.Judge(content, UploadKind.Writing, null);
            refusal =
                !judged.Done ? judged.Refusal
                : judged.Value != MediaTypes.Docx ? new NotForAWordProcessor()
                : null;
        }

        if (refusal is null)
        {
            var content = new VersionContent(bytes);
            var saved = await tools.Versions.SaveAsync(
                document.Id,
                content,
                VersionOrigin.Edited,
                pass.Seen,
                CancellationToken.None
            );
            if (saved.Done)
            {
                pass.Saw(saved.Value.Ordinal);
                await tools.Processes.SaveBookkeepingAsync(CancellationToken.None);
                return new DavAnswer(204, TagOf(saved.Value));
            }

            refusal = saved.Refusal;
        }

        var (reason, status) = refusal switch
        {
            ChangedMeanwhile => (RecoveredReason.Conflict, 409),
            WordsStandFast => (RecoveredReason.Closed, 403),
            NoSuchRecord => (RecoveredReason.NoAccess, 403),
            _ => (RecoveredReason.NotTaken, 415),
        };
        await tools.Recovered.KeepAsync(pass, bytes, reason);
        return new DavAnswer(status);
    }

    private async Task<DocumentVersion> VersionAsync(CancellationToken ct) =>
        _version ??= await tools
            .Db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleAsync(v => v.DocumentId == document.Id && v.Ordinal == document.LastVersion, ct);

    private static string TagOf(DocumentVersion version) => $"\"{version.FileHash[..32]}-{version.Ordinal}\"";

    private static DavItem Item(SideFile side) =>
        new("/" + side.Name, false)
        {
            Length = side.Content.Length,
            Tag = $"\"{side.At.UtcTicks:x}-{side.Content.Length}\"",
            CreatedAt = side.At,
            ChangedAt = side.At,
        };
}
