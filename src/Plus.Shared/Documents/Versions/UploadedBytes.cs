using Microsoft.AspNetCore.Http;

namespace Plus.Shared.Documents.Versions;

/// <summary>Reads a file sent on a page; how large a request may be the server says.</summary>
internal static class UploadedBytes
{
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
