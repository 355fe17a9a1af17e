using System.Globalization;
using System.Text;

namespace Plus.Shared.Signatures.Pades;

/// <summary>
/// Finds the signatures of a PDF by their byte ranges. The signature is taken from the very bytes that the range leaves
/// out, so that no second dictionary can show one thing and sign another.
/// </summary>
internal static class PdfSignatures
{
    private static readonly byte[] Range = "/ByteRange"u8.ToArray();

    public static bool IsPdf(ReadOnlySpan<byte> file) => file[..Math.Min(1024, file.Length)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The signatures in the order of how much of the file they cover.</summary>
    public static IReadOnlyList<PdfSignature> Find(ReadOnlySpan<byte> file, int most)
    {
        var found = new List<PdfSignature>();
        var at = 0;
        while (found.Count < most && file[at..].IndexOf(Range) is >= 0 and var next)
        {
            at += next + Range.Length;
            found.Add(Read(file, at));
        }

        return [.. found.OrderBy(s => s.CoveredTo)];
    }

    private static PdfSignature Read(ReadOnlySpan<byte> file, int at)
    {
        var numbers = Numbers(file[at..Math.Min(file.Length, at + 200)]);
        if (
            numbers is not [0, var before, var resume, var rest]
            || before <= 0
            || resume <= before + 2
            || rest < 0
            || resume + rest > file.Length
        )
        {
            return new PdfSignature(0, 0, 0, null, "");
        }

        var gap = file[(int)before..(int)resume];
        return new PdfSignature(
            (int)before,
            (int)resume,
            (int)(resume + rest),
            gap[0] == '<' && gap[^1] == '>' ? Hex(gap[1..^1]) : null,
            SubFilter(file, at, (int)before, (int)resume)
        );
    }

    // Filters stand in the dictionary around the range: between its beginning and its end.
    private static string SubFilter(ReadOnlySpan<byte> file, int at, int before, int resume)
    {
        var from = Math.Max(0, Math.Min(at, before) - 2000);
        var to = Math.Min(file.Length, Math.Max(at, resume) + 2000);
        var head = Encoding.Latin1.GetString(file[from..Math.Min(before, to)]);
        var tail = Encoding.Latin1.GetString(file[Math.Min(resume, to)..to]);
        var start = head.LastIndexOf(" obj", StringComparison.Ordinal);
        var end = tail.IndexOf("endobj", StringComparison.Ordinal);
        var dictionary = head[Math.Max(0, start)..] + (end < 0 ? tail : tail[..end]);
        var name = dictionary.IndexOf("/SubFilter", StringComparison.Ordinal);
        if (name < 0)
        {
            return "";
        }

        var value = dictionary[(name + 10)..].TrimStart();
        return value.StartsWith('/')
            ? new string([.. value.Skip(1).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_')])
            : "";
    }

    private static List<long>? Numbers(ReadOnlySpan<byte> text)
    {
        var words = Encoding.Latin1.GetString(text).TrimStart();
        var end = words.IndexOf(']', StringComparison.Ordinal);
        if (!words.StartsWith('[') || end < 0)
        {
            return null;
        }

        var numbers = new List<long>();
        foreach (var word in words[1..end].Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static byte[]? Hex(ReadOnlySpan<byte> digits)
    {
        var text = Encoding.Latin1.GetString(digits);
        return text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }
}

/// <summary>A signature as it lies in the file.</summary>
/// <param name="Before">Where what it leaves out begins.</param>
/// <param name="Resume">Where what it leaves out ends.</param>
/// <param name="CoveredTo">Where what it covers ends.</param>
/// <param name="Contents">The signature itself; null when the range leaves out anything else.</param>
/// <param name="SubFilter">Its kind.</param>
internal sealed record PdfSignature(int Before, int Resume, int CoveredTo, byte[]? Contents, string SubFilter)
{
    /// <summary>The signed bytes.</summary>
    public byte[] Signed(ReadOnlySpan<byte> file) => [.. file[..Before], .. file[Resume..CoveredTo]];
}
