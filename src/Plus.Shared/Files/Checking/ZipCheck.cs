using System.Buffers;
using System.IO.Compression;
using Plus.Kernel.Results;

namespace Plus.Shared.Files.Checking;

/// <summary>
/// Looks into what is packed: documents and signed containers are taken, any other archive is not. Every entry is
/// unpacked once and counted, since what an archive says of its own sizes may be a lie.
/// </summary>
internal static class ZipCheck
{
    public const int MaxEntries = 5000;
    public const long MaxUnpacked = 400L * 1024 * 1024;

    /// <summary>Text of XML shrinks to a twentieth; what shrinks to a two-hundredth is made to burst.</summary>
    public const int MaxRatio = 200;

    private const long SmallEnough = 8 * 1024 * 1024;

    public static Outcome<string> Judge(Stream content)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var entries = zip.Entries;
            if (entries.Count > MaxEntries)
            {
                return new FileRefused("bomb");
            }

            if (!HonestNames(entries))
            {
                return new FileRefused("names");
            }

            // The type first: of an archive that is not taken anyway nothing has to be unpacked.
            var type = PackedType.Of(zip);
            if (!type.Done)
            {
                return type;
            }

            return Unpack(entries, content.Length) ?? PackedContent.Judge(zip, type.Value) ?? type;
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or EndOfStreamException
                        or NotSupportedException
                        or System.Xml.XmlException
            )
        {
            return new FileRefused("broken");
        }
    }

    /// <summary>The whole entry, at most this long; what is longer is damage or a trap.</summary>
    public static byte[] Read(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        var buffer = new byte[most + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > most ? throw new InvalidDataException("An entry is too long.") : buffer[..length];
    }

    private static bool HonestNames(IEnumerable<ZipArchiveEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return entries.All(e => IsHonest(e.FullName) && seen.Add(e.FullName));
    }

    private static bool IsHonest(string name) =>
        name.Length is > 0 and <= 500
        && name[0] != '/'
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c))
        && !name.Split('/').Any(part => part is ".." or ".");

    private static FileRefused? Unpack(IEnumerable<ZipArchiveEntry> entries, long packed)
    {
        var most = Math.Min(MaxUnpacked, Math.Max(SmallEnough, packed * MaxRatio));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long all = 0;
            foreach (var entry in entries)
            {
                if (entry.IsEncrypted)
                {
                    return new FileRefused("broken");
                }

                using var stream = entry.Open();
                uint sum = 0;
                for (int read; (read = stream.Read(buffer)) > 0; )
                {
                    sum = Crc32.Add(sum, buffer.AsSpan(0, read));
                    all += read;
                    if (all > most)
                    {
                        return new FileRefused("bomb");
                    }
                }

                if (sum != entry.Crc32)
                {
                    return new FileRefused("broken");
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
