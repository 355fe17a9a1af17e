using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Plus.Shared.Access.Passwords;

/// <summary>
/// A list of passwords that became known, kept by the service: <c>PLUS_BREACHED_PASSWORDS</c> names it. Read where it
/// lies, never as a whole: a list of any size costs a few kilobytes. Three forms are known: a file of SHA-1 hashes in
/// order (<c>HASH</c> or <c>HASH:count</c> a line), a folder with a file for each first five digits of the hash
/// (<c>00000.txt</c>, holding the other 35), and plain text, a password a line.
/// </summary>
public sealed class BreachedPasswords
{
    private const int HashLength = 40;
    private const int PrefixLength = 5;

    // A line of a list is a hash with a count; whatever is longer is not looked at further.
    private const int LongestLine = 1024;

    private readonly string? _path;
    private readonly BreachedForm _form;

    private BreachedPasswords(string? path, BreachedForm form) => (_path, _form) = (path, form);

    /// <summary>No list: only the delivered common passwords are refused.</summary>
    public static BreachedPasswords None { get; } = new(null, BreachedForm.None);

    /// <summary>The list that PLUS_BREACHED_PASSWORDS names.</summary>
    public static BreachedPasswords FromEnvironment() =>
        Environment.GetEnvironmentVariable("PLUS_BREACHED_PASSWORDS") is { Length: > 0 } path ? Open(path) : None;

    /// <exception cref="BreachedListException">It is not there, or in a form that would find nothing.</exception>
    public static BreachedPasswords Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return File.Exists(Path.Combine(path, "00000.txt"))
                    ? new(path, BreachedForm.Prefixes)
                    : throw new BreachedListException(path, "the folder holds no 00000.txt");
            }

            using var file = OpenFile(path);
            var first = LineAt(file, 0).Line;
            var form = IsHash(first, HashLength) ? BreachedForm.Hashes : BreachedForm.Plain;
            if (form == BreachedForm.Plain && IsHash(first, 32))
            {
                throw new BreachedListException(path, "it holds NTLM or MD5 hashes; the list must be of SHA-1");
            }

            if (form == BreachedForm.Hashes)
            {
                DemandOrder(path, file);
            }

            return new(path, form);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BreachedListException(path, e.Message);
        }
    }

    /// <summary>Whether the password stands in the list, exactly as typed.</summary>
    /// <exception cref="BreachedListException">The list cannot be read any more.</exception>
    public bool Holds(string password)
    {
        try
        {
            return _form switch
            {
                BreachedForm.Hashes => InHashes(HashOf(password)),
                BreachedForm.Prefixes => InPrefixes(HashOf(password)),
                BreachedForm.Plain => InPlain(Encoding.UTF8.GetBytes(password)),
                _ => false,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BreachedListException(_path!, e.Message);
        }
    }

    private static string HashOf(string password)
    {
        // The published lists are of SHA-1; it hides nothing here, it only finds the line.
#pragma warning disable CA5350
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
    }

    private bool InHashes(string hash)
    {
        using var file = OpenFile(_path!);
        long low = 0;
        var high = file.Length;
        while (low < high)
        {
            var (start, end, line) = LineAround(file, low + ((high - low) / 2));
            var order = Compare(line, hash);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (end, high) : (low, start);
        }

        return false;
    }

    private bool InPrefixes(string hash)
    {
        var rest = hash[PrefixLength..];
        return File.ReadLines(Path.Combine(_path!, hash[..PrefixLength] + ".txt"))
            .Any(l => l.Length >= rest.Length && l.StartsWith(rest, StringComparison.OrdinalIgnoreCase));
    }

    private bool InPlain(byte[] password)
    {
        using var file = OpenFile(_path!);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int at = 0,
                read;
            var matches = true;
            while ((read = file.Read(buffer)) > 0)
            {
                foreach (var b in buffer.AsSpan(0, read))
                {
                    if (b == (byte)'\n')
                    {
                        if (matches && at == password.Length)
                        {
                            return true;
                        }

                        (at, matches) = (0, true);
                    }
                    else if (b != (byte)'\r')
                    {
                        matches = matches && at < password.Length && password[at] == b;
                        at++;
                    }
                }
            }

            return matches && at == password.Length && at > 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // A list in any other order would be searched and found to hold nothing.
    private static void DemandOrder(string path, FileStream file)
    {
        const int samples = 2000;
        var before = "";
        for (var i = 0; i < samples; i++)
        {
            var (_, _, line) = LineAround(file, file.Length * i / samples);
            if (!IsHash(line, HashLength) || Compare(line, before) < 0)
            {
                throw new BreachedListException(path, "its hashes are not in order; use the list ordered by hash");
            }

            before = line[..HashLength];
        }
    }

    private static bool IsHash(string line, int length) =>
        line.Length >= length
        && line.AsSpan(0, length).ContainsAnyExcept("0123456789ABCDEFabcdef") is false
        && (line.Length == length || line[length] == ':');

    private static int Compare(string line, string hash) =>
        string.Compare(line, 0, hash, 0, HashLength, StringComparison.OrdinalIgnoreCase);

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.RandomAccess);

    /// <summary>The line in which a byte lies.</summary>
    private static (long Start, long End, string Line) LineAround(FileStream file, long at)
    {
        Span<byte> before = stackalloc byte[LongestLine];
        var from = Math.Max(0, at - LongestLine);
        var length = (int)(at - from);
        var got = RandomAccess.Read(file.SafeFileHandle, before[..length], from);
        var newline = before[..got].LastIndexOf((byte)'\n');
        var start = newline >= 0 ? from + newline + 1 : from;
        var (end, line) = LineAt(file, start);
        return (start, end, line);
    }

    private static (long End, string Line) LineAt(FileStream file, long start)
    {
        Span<byte> bytes = stackalloc byte[LongestLine];
        var got = RandomAccess.Read(file.SafeFileHandle, bytes, start);
        var newline = bytes[..got].IndexOf((byte)'\n');
        var length = newline >= 0 ? newline : got;
        return (start + length + 1, Encoding.Latin1.GetString(bytes[..length]).TrimEnd('\r'));
    }
}

internal enum BreachedForm
{
    None,
    Hashes,
    Prefixes,
    Plain,
}

/// <summary>The list of breached passwords cannot be used; the message says why and what to do.</summary>
public sealed class BreachedListException(string path, string why)
    : Exception($"The list of breached passwords {path} (PLUS_BREACHED_PASSWORDS) cannot be used: {why}.");
