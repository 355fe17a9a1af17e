using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Documents.Versions;

/// <summary>Bytes of this room in the store of files: what came from outside is judged there, what PLUS made is kept as it is.</summary>
public sealed class DocumentFiles(FileStore store)
{
    /// <summary>Takes in what came from outside.</summary>
    public Task<Outcome<KeptFile>> PutAsync(byte[] bytes, UploadKind kind, CancellationToken ct) =>
        store.PutAsync(new MemoryStream(bytes, writable: false), kind, ct: ct);

    /// <summary>Keeps what PLUS made.</summary>
    public Task<KeptFile> PutMadeAsync(byte[] bytes, string mediaType, CancellationToken ct) =>
        store.PutMadeAsync(new MemoryStream(bytes, writable: false), mediaType, ct);

    /// <summary>All bytes, proved against their SHA-256.</summary>
    public async Task<byte[]> ReadAsync(FileId id, CancellationToken ct)
    {
        await using var content = await store.OpenAsync(id, ct);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
