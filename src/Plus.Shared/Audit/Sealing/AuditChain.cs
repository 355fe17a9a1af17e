using System.Security.Cryptography;
using System.Text;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// The chains into which events are sealed. Events of one table are spread over lanes by their id; each lane is one chain
/// of running hashes.
/// </summary>
internal static class AuditChain
{
    /// <summary>The tables of the audit whose rows are sealed.</summary>
    public static readonly string[] Tables = ["process", "view", "outside"];

    /// <summary>How many chains a table has. More could be added; fewer would leave chains without an end.</summary>
    public const int Lanes = 4;

    public static IEnumerable<string> All =>
        Tables.SelectMany(t => Enumerable.Range(0, Lanes).Select(lane => Name(t, lane)));

    public static string TableOf(string chain) => chain[..chain.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The chain's hash after an event: SHA-256 of the hash before it, in hexadecimal, and the event's line.</summary>
    /// <param name="before">Lower-case hexadecimal; empty before the first event.</param>
    /// <param name="line">The event as <c>audit.line</c> writes it, without a line break.</param>
    public static string Next(string before, string line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + line)));

    private static string Name(string table, int lane) => $"{table}/{lane}";
}
