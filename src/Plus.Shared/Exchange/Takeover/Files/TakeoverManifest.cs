using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>What manifest.json says of a folder.</summary>
public sealed record TakeoverManifest
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
    };

    /// <summary>Version of the contract.</summary>
    public int Contract { get; init; }

    /// <summary>The old system; ids are its own.</summary>
    public required string Source { get; init; }

    public required string SourceVersion { get; init; }

    public DateTimeOffset ExportedAt { get; init; }

    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>SHA-256 of the manifest itself, which names the hashes of all files: what tells one folder from another.</summary>
    [JsonIgnore]
    public string Hash { get; private init; } = "";

    /// <exception cref="TakeoverRefusedException">It is missing or does not keep the contract.</exception>
    public static async Task<TakeoverManifest> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new TakeoverRefusedException(TakeoverRefusal.ManifestMissing, path);
        }

        var bytes = await File.ReadAllBytesAsync(path, ct);
        try
        {
            var text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
            var manifest = JsonSerializer.Deserialize<TakeoverManifest>(text, Options);
            return Checked(manifest, folder) with { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        }
        catch (JsonException broken)
        {
            throw new TakeoverRefusedException(TakeoverRefusal.ManifestUnreadable, broken.Path ?? FileName);
        }
    }

    /// <summary>Whether every file still is what the manifest says.</summary>
    /// <exception cref="TakeoverRefusedException">One is not.</exception>
    public async Task VerifyAsync(string folder, CancellationToken ct)
    {
        foreach (var file in Files)
        {
            await using var stream = File.OpenRead(Path.Combine(folder, file.Name));
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
            if (!string.Equals(hash, file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new TakeoverRefusedException(TakeoverRefusal.FileChanged, file.Name);
            }
        }
    }

    internal ManifestFile? FileOf(TakeoverTable table) => Files.FirstOrDefault(f => f.Table == table.Code);

    private static TakeoverManifest Checked(TakeoverManifest? manifest, string folder)
    {
        if (manifest is not { Files.Count: > 0, Source.Length: > 0 and <= 60, SourceVersion.Length: <= 60 })
        {
            throw new TakeoverRefusedException(TakeoverRefusal.ManifestUnreadable, FileName);
        }

        if (manifest.Contract != TakeoverContract.Version)
        {
            throw new TakeoverRefusedException(TakeoverRefusal.VersionUnknown, $"{manifest.Contract}");
        }

        var known = TakeoverContract.Tables.Concat(TakeoverContract.Mappings).Select(t => t.Code).ToHashSet();
        foreach (var file in manifest.Files)
        {
            var plain = file.Name == Path.GetFileName(file.Name) && Path.GetExtension(file.Name) is ".csv" or ".jsonl";
            if (!plain || !known.Remove(file.Table))
            {
                throw new TakeoverRefusedException(TakeoverRefusal.FileUnnamed, file.Name);
            }

            if (!File.Exists(Path.Combine(folder, file.Name)))
            {
                throw new TakeoverRefusedException(TakeoverRefusal.FileMissing, file.Name);
            }
        }

        return manifest;
    }
}

/// <summary>One file of the folder.</summary>
public sealed record ManifestFile
{
    /// <summary>clients.jsonl or clients.csv.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Rows by year, as the old system counts them; null when it does not say.</summary>
    public IReadOnlyDictionary<int, long>? Rows { get; init; }

    /// <summary>Minutes by year, of hours.</summary>
    public IReadOnlyDictionary<int, long>? Minutes { get; init; }

    internal string Table => Path.GetFileNameWithoutExtension(Name);
}
