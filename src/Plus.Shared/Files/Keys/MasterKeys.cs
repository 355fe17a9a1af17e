using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plus.Shared.Files.Keys;

/// <summary>
/// The keys that wrap the keys of files. They lie in a file of their own, readable by its owner alone and never in the
/// database or a backup: who has only one of the two reads nothing. The newest wraps; older ones unwrap until every
/// file's key has been wrapped anew.
/// </summary>
internal sealed class MasterKeys(FilePlaces places)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };
    private readonly Lock _lock = new();
    private (DateTime Written, List<MasterKey> Keys)? _read;

    /// <summary>Which key wraps now. The first one is made when there is none.</summary>
    public string Current => Load(make: true)[^1].Id;

    /// <summary>Every key there is, the oldest first; none is made.</summary>
    public IReadOnlyList<string> Known => [.. Load(make: false).Select(k => k.Id)];

    /// <summary>Wraps a file's key; the file's id and the master key's are bound into it.</summary>
    public (string MasterKey, byte[] Wrapped) Wrap(ReadOnlySpan<byte> key, Guid file)
    {
        var master = Load(make: true)[^1];
        var wrapped = new byte[12 + key.Length + 16];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var aes = new AesGcm(master.Secret, 16);
        aes.Encrypt(
            wrapped.AsSpan(0, 12),
            key,
            wrapped.AsSpan(12, key.Length),
            wrapped.AsSpan(12 + key.Length, 16),
            Bound(master.Id, file)
        );
        return (master.Id, wrapped);
    }

    /// <summary>Unwraps a file's key.</summary>
    /// <exception cref="MasterKeyMissingException">The master key is not here.</exception>
    /// <exception cref="AuthenticationTagMismatchException">The wrapped key is damaged or another file's.</exception>
    public byte[] Unwrap(string masterKey, ReadOnlySpan<byte> wrapped, Guid file)
    {
        var master =
            Load(make: false).Find(k => k.Id == masterKey)
            ?? throw new MasterKeyMissingException(masterKey, places.Keys);
        var key = new byte[FileKeySize(wrapped.Length)];
        using var aes = new AesGcm(master.Secret, 16);
        aes.Decrypt(wrapped[..12], wrapped[12..^16], wrapped[^16..], key, Bound(master.Id, file));
        return key;
    }

    /// <summary>Adds a key that wraps from now on.</summary>
    public string Rotate()
    {
        lock (_lock)
        {
            var keys = Read();
            keys.Add(MasterKey.New());
            Write(keys);
            return keys[^1].Id;
        }
    }

    /// <summary>Forgets every key but the newest and those named.</summary>
    public void Keep(IReadOnlySet<string> used)
    {
        lock (_lock)
        {
            var keys = Read();
            Write([.. keys.Where((k, i) => i == keys.Count - 1 || used.Contains(k.Id))]);
        }
    }

    private static int FileKeySize(int wrapped) => Math.Max(0, wrapped - 28);

    private static byte[] Bound(string masterKey, Guid file) =>
        Encoding.UTF8.GetBytes($"plus file {masterKey} {file:N}");

    private List<MasterKey> Load(bool make)
    {
        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(places.Keys);
            if (_read is { } read && read.Written == written)
            {
                return read.Keys;
            }

            var keys = Read();
            if (keys.Count == 0 && make)
            {
                keys = Make();
            }

            _read = (File.GetLastWriteTimeUtc(places.Keys), keys);
            return keys;
        }
    }

    private List<MasterKey> Read() =>
        File.Exists(places.Keys)
            ? JsonSerializer.Deserialize<List<MasterKey>>(File.ReadAllBytes(places.Keys), Json) ?? []
            : [];

    // Two nodes may start at once: the first file there is the one that holds.
    private List<MasterKey> Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(places.Keys)!);
        var part = Save([MasterKey.New()]);
        try
        {
            File.Move(part, places.Keys, overwrite: false);
        }
        catch (IOException) when (File.Exists(places.Keys))
        {
            File.Delete(part);
        }

        return Read();
    }

    private void Write(List<MasterKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(places.Keys)!);
        File.Move(Save(keys), places.Keys, overwrite: true);
        _read = (File.GetLastWriteTimeUtc(places.Keys), keys);
    }

    private string Save(List<MasterKey> keys)
    {
        var part = $"{places.Keys}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new FileStream(part, options);
        JsonSerializer.Serialize(file, keys, Json);
        file.Flush(flushToDisk: true);
        return part;
    }

    private sealed record MasterKey(string Id, byte[] Secret)
    {
        public static MasterKey New() => new(Guid.CreateVersion7().ToString("N"), RandomNumberGenerator.GetBytes(32));
    }
}

/// <summary>The master key that wraps a file's key is not in the file of keys.</summary>
public sealed class MasterKeyMissingException(string id, string path)
    : IOException(
        $"The master key {id} of stored files is not in {path}. Bring back the file of keys that belongs to this database."
    );
