using Microsoft.AspNetCore.Http;

namespace Plus.Shared.Documents.InPlace;

/// <summary>Reads what a sender sends, also when they break off.</summary>
internal static class SentBytes
{
    /// <returns>What came, and whether that is all of it.</returns>
    public static async Task<(byte[] Bytes, bool IsWhole)> ReadAsync(Stream content, long most, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                if (bytes.Length + read > most)
                {
                    return (bytes.ToArray(), false);
                }

                bytes.Write(buffer, 0, read);
            }

            return (bytes.ToArray(), true);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or BadHttpRequestException)
        {
            return (bytes.ToArray(), false);
        }
    }
}
