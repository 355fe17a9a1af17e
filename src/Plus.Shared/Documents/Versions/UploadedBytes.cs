using Microsoft.AspNetCore.Http;
using Plus.Shared.Documents.Docx;

namespace Plus.Shared.Documents.Versions;

/// <summary>Reads a file sent on a page, and not more of it than is ever taken in.</summary>
internal static class UploadedBytes
{
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > FileKind.Largest)
        {
            // One byte more than allowed is refused by its length; the rest need not be read.
            return new byte[FileKind.Largest + 1];
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
