using System.Security.Cryptography;
using System.Text;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>Codes for the day the authenticator is lost: ten, each good once, written as <c>abcde-fghij</c>.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    // Without letters and digits that are mistaken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 10).Insert(5, "-"))];

    /// <summary>However it was typed: with or without the dash, in capitals, with spaces.</summary>
    public static byte[] Hash(string code) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))
        );
}
