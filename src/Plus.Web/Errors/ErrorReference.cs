using Microsoft.AspNetCore.Http;

namespace Plus.Web.Errors;

/// <summary>
/// The short number a person can read over the telephone and an administrator finds in the log: eight characters
/// without those that look alike, made once per request.
/// </summary>
public static class ErrorReference
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly object Key = new();

    /// <summary>The reference number of this request, in the form <c>AB3D-7KPQ</c>.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var made) && made is string known)
        {
            return known;
        }

        var letters = string.Create(9, 0, (span, _) => Fill(span));
        context.Items[Key] = letters;
        return letters;
    }

    private static void Fill(Span<char> span)
    {
        Span<byte> random = stackalloc byte[9];
        System.Security.Cryptography.RandomNumberGenerator.Fill(random);
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = i == 4 ? '-' : Letters[random[i] % Letters.Length];
        }
    }
}
