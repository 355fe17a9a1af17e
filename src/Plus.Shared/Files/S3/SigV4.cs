using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plus.Shared.Files.S3;

/// <summary>
/// Signs requests as AWS Signature Version 4 prescribes it (docs.aws.amazon.com/general/latest/gr/sigv4_signing.html):
/// the S3 protocol, whoever speaks it.
/// </summary>
/// <param name="AccessKey">Names the key; stands in the request.</param>
/// <param name="SecretKey">Never leaves this process.</param>
/// <param name="Region">The region that the store says it is in.</param>
/// <param name="Service">s3.</param>
internal sealed record SigV4(string AccessKey, string SecretKey, string Region, string Service)
{
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The value of the header Authorization.</summary>
    /// <param name="method">GET, PUT.</param>
    /// <param name="path">The path, decoded.</param>
    /// <param name="query">Names and values, decoded.</param>
    /// <param name="headers">All that are signed, host and x-amz-date among them.</param>
    /// <param name="payloadHash">SHA-256 of the body, lower-case hexadecimal.</param>
    /// <param name="at">The instant that x-amz-date says.</param>
    public string Authorization(
        string method,
        string path,
        IEnumerable<(string Name, string Value)> query,
        IEnumerable<(string Name, string Value)> headers,
        string payloadHash,
        DateTimeOffset at
    )
    {
        var signed = headers
            .GroupBy(h => h.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => (Name: h.Key, Value: string.Join(',', h.Select(v => Trimmed(v.Value)))))
            .ToList();
        var names = string.Join(';', signed.Select(h => h.Name));
        var canonical = string.Join(
            '\n',
            method,
            Path(path),
            Query(query),
            string.Concat(signed.Select(h => $"{h.Name}:{h.Value}\n")),
            names,
            payloadHash
        );
        var day = at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{Region}/{Service}/aws4_request";
        var toSign = string.Join(
            '\n',
            Algorithm,
            Stamp(at),
            scope,
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))
        );
        var key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
        foreach (var part in new[] { day, Region, Service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"{Algorithm} Credential={AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}";
    }

    /// <summary>The instant as x-amz-date says it.</summary>
    public static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The path as it is sent and signed.</summary>
    public static string Path(string path) => string.Join('/', path.Split('/').Select(Encoded));

    /// <summary>The query as it is sent and signed, sorted.</summary>
    public static string Query(IEnumerable<(string Name, string Value)> query) =>
        string.Join(
            '&',
            query
                .Select(q => (Name: Encoded(q.Name), Value: Encoded(q.Value)))
                .OrderBy(q => q.Name, StringComparer.Ordinal)
                .ThenBy(q => q.Value, StringComparer.Ordinal)
                .Select(q => $"{q.Name}={q.Value}")
        );

    // Everything but the unreserved characters of RFC 3986, byte by byte.
    private static string Encoded(string text)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    private static string Trimmed(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
