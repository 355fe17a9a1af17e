using System.IO.Compression;
using System.Text;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Signatures.Containers;

/// <summary>
/// A signed container, opened in memory with bounds on parts, names and unpacked bytes. Nothing is ever written under a
/// name that stands in it.
/// </summary>
public sealed class AsicContainer
{
    public const string MimeType = "application/vnd.etsi.asic-e+zip";

    private const string OldEdoc = "application/vnd.etsi.asic-s+zip";

    private readonly List<AsicPart> _parts;

    private AsicContainer(List<AsicPart> parts) => _parts = parts;

    /// <summary>It says that it is a signed container, or holds signatures as one does.</summary>
    public bool IsAsic =>
        SignatureParts.Any()
        || (
            _parts.Find(p => p.Name == "mimetype") is { } type
            && Encoding.ASCII.GetString(type.Content).Trim() is MimeType or OldEdoc
        );

    /// <summary>What people put in: all but the type and <c>META-INF</c>.</summary>
    public IEnumerable<AsicPart> Files => _parts.Where(p => p.Name != "mimetype" && !p.IsMeta);

    public IEnumerable<AsicPart> SignatureParts =>
        _parts.Where(p =>
            p.IsMeta
            && p.Name.Contains("signatures", StringComparison.OrdinalIgnoreCase)
            && p.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether the list of files, where there is one, names the files that lie here and no others.</summary>
    public bool ManifestFits => Find("META-INF/manifest.xml") is not { } list || ManifestFiles.Fit(list.Content, Files);

    public AsicPart? Find(string name) => _parts.Find(p => p.Name == name);

    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Opens a container, or says why not.</summary>
    public static OpenedContainer Open(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return Read(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return new(null, SignatureFault.Unreadable);
        }
    }

    private static OpenedContainer Read(ZipArchive archive)
    {
        if (archive.Entries.Count > SignatureLimits.Parts)
        {
            return new(null, SignatureFault.TooLarge);
        }

        var parts = new List<AsicPart>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = SignatureLimits.Unpacked;
        foreach (var entry in archive.Entries)
        {
            if (!IsGoodName(entry.FullName) || !names.Add(entry.FullName.TrimEnd('/')))
            {
                return new(null, SignatureFault.BadName);
            }

            if (entry.FullName.EndsWith('/'))
            {
                continue;
            }

            if (entry.IsEncrypted)
            {
                return new(null, SignatureFault.Unreadable);
            }

            if (Unpack(entry, left) is not { } content)
            {
                return new(null, SignatureFault.TooLarge);
            }

            left -= content.Length;
            parts.Add(new AsicPart(entry.FullName, content));
        }

        return new(new AsicContainer(parts), null);
    }

    // What the directory says of sizes is the sender's word: the bytes that come are counted.
    private static byte[]? Unpack(ZipArchiveEntry entry, long left)
    {
        var most = Math.Min(left, Math.Max(1024 * 1024, entry.CompressedLength * SignatureLimits.Ratio));
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[16384];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (to.Length + read > most)
            {
                return null;
            }

            to.Write(buffer, 0, read);
        }

        return to.ToArray();
    }

    private static bool IsGoodName(string name) =>
        name.Length is > 0 and <= 500
        && name[0] != '/'
        && !name.Any(c => char.IsControl(c) || c is '\\' or ':' or '\uFFFD')
        && !name.TrimEnd('/').Split('/').Any(n => n is "" or "." or "..");
}

/// <summary>A part of a container.</summary>
/// <param name="Name">As it stands in the container.</param>
/// <param name="Content">Unpacked.</param>
public sealed record AsicPart(string Name, byte[] Content)
{
    public bool IsMeta => Name.StartsWith("META-INF/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A container, or what forbids to open it.</summary>
public sealed record OpenedContainer(AsicContainer? Container, SignatureFault? Fault);
