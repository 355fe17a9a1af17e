using System.Buffers;
using System.Security.Cryptography;

namespace Plus.Host.Database.Backups;

/// <summary>Carries rows in COPY's text format from one stream to another, counting and hashing them on the way.</summary>
internal static class RowDigest
{
    internal sealed record Result(long Rows, string Sha256);

    internal static async Task<Result> CarryAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long rows = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                var part = buffer.AsMemory(0, read);
                hash.AppendData(part.Span);
                // A line break inside a value is written as \n, so that each real one ends a row.
                rows += part.Span.Count((byte)'\n');
                await to.WriteAsync(part, cancellation);
            }
            return new Result(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
