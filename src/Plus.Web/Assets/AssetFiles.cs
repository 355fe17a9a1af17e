using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Plus.Web.Language;

namespace Plus.Web.Assets;

/// <summary>
/// The kit's style sheet, script and fonts, carried inside the assembly and served under
/// <c>/assets/{fingerprint of all of them}/</c>, so that a browser keeps them for a year and never shows an old one.
/// </summary>
public sealed class AssetFiles
{
    private static readonly string[] ScriptWordKeys = ["web.script."];
    private readonly FrozenDictionary<string, AssetFile> files;

    /// <summary>Reads the files and compresses them once.</summary>
    public AssetFiles(TextCatalog catalog)
    {
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(AssetFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith("wwwroot/", StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                found[name["wwwroot/".Length..].Replace('\\', '/')] = copy.ToArray();
            }
        }

        foreach (var language in PageLanguage.All)
        {
            found[$"words.{language.Code}.js"] = ScriptWords(catalog, language);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in found)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        files = found.ToFrozenDictionary(f => f.Key, f => new AssetFile(f.Key, f.Value), StringComparer.Ordinal);
    }

    /// <summary>Changes when any of the files changes.</summary>
    public string Fingerprint { get; }

    /// <summary>The address of a file, as <c>plus.css</c>.</summary>
    public string Href(string name) => $"/assets/{Fingerprint}/{name}";

    /// <summary>Answers <c>/assets/{fingerprint}/{name}</c>.</summary>
    internal IResult Serve(string fingerprint, string name, HttpContext context)
    {
        if (!files.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        // Another node may run another version for a while: the file is given, but not kept.
        context.Response.Headers.CacheControl =
            fingerprint == Fingerprint ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        var brotli = file.Brotli is not null && Accepts(context.Request.Headers.AcceptEncoding, "br");
        if (brotli)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(brotli ? file.Brotli! : file.Bytes, file.ContentType);
    }

    private static bool Accepts(StringValues header, string coding) =>
        header.ToString().Split(',').Any(part => part.Split(';')[0].Trim() == coding);

    private static byte[] ScriptWords(TextCatalog catalog, PageLanguage language)
    {
        var texts = catalog.In(language);
        var words = catalog
            .Keys(language)
            .Where(key => ScriptWordKeys.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .ToDictionary(key => key["web.script.".Length..], key => texts[key]);
        return Encoding.UTF8.GetBytes($"export default {System.Text.Json.JsonSerializer.Serialize(words)};\n");
    }

    private sealed class AssetFile(string name, byte[] bytes)
    {
        private readonly Lazy<byte[]?> brotli = new(() => Compress(name, bytes));

        public byte[] Bytes => bytes;

        public byte[]? Brotli => brotli.Value;

        public string ContentType { get; } =
            Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".woff2" => "font/woff2",
                ".svg" => "image/svg+xml",
                ".txt" => "text/plain; charset=utf-8",
                _ => "application/octet-stream",
            };

        private static byte[]? Compress(string name, byte[] bytes)
        {
            if (Path.GetExtension(name) == ".woff2")
            {
                return null;
            }

            using var packed = new MemoryStream();
            using (var stream = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                stream.Write(bytes);
            }

            return packed.ToArray();
        }
    }
}
