using System.Security.Cryptography;

namespace Plus.Shared.Keys.Ring;

/// <summary>
/// The ring of master keys. The current one seals the keys that data are encrypted with (of files, of cookies); the
/// older ones go on opening what they sealed. Notices by itself when a command has changed the file.
/// </summary>
public sealed class KeyRing
{
    private readonly KeyPlaces? _places;
    private readonly Lock _reading = new();
    private volatile RingContent _content;
    private DateTime _readAt;

    private KeyRing(KeyPlaces? places, RingContent content, DateTime readAt)
    {
        _places = places;
        _content = content;
        _readAt = readAt;
    }

    /// <summary>The id of the key that seals now.</summary>
    public string CurrentId => Fresh().Current;

    internal RingContent Content => Fresh();

    /// <summary>Opens the ring of a folder.</summary>
    /// <exception cref="KeysUnavailableException">There is none, it is damaged, or others may read it.</exception>
    public static KeyRing Open(KeyPlaces places)
    {
        var (content, at) = KeyFile.Read(places);
        return new KeyRing(places, content, at);
    }

    /// <summary>A ring that is gone with the process; for trials that keep nothing.</summary>
    public static KeyRing InMemory()
    {
        var key = MasterKey.Make(DateTimeOffset.UnixEpoch);
        return new KeyRing(null, new RingContent(key.Id, [key]), default);
    }

    /// <summary>Seals a key with the current master key.</summary>
    /// <param name="key">What is sealed; it is never stored as it is.</param>
    /// <param name="boundTo">
    /// What it belongs to (for example the id of its file); it opens only together with the same bytes, so that sealed
    /// keys cannot be exchanged for one another.
    /// </param>
    public WrappedKey Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> boundTo = default)
    {
        var current = Fresh().CurrentKey;
        return new WrappedKey(current.Id, current.Seal(key, boundTo));
    }

    /// <summary>Opens a sealed key.</summary>
    /// <exception cref="KeysUnavailableException">The master key that sealed it is not on the ring.</exception>
    /// <exception cref="CryptographicException">It was changed, or belongs to something else.</exception>
    public byte[] Unwrap(WrappedKey wrapped, ReadOnlySpan<byte> boundTo = default)
    {
        var key =
            Fresh().Find(wrapped.KeyId)
            ?? throw new KeysUnavailableException(
                $"The master key {wrapped.KeyId} is not in {_places?.File ?? "this ring"}. See 'Keys' in docs/security.md."
            );
        return key.Open(wrapped.Sealed, boundTo);
    }

    // One stat a use: a rotation by a command reaches the running nodes with the file.
    private RingContent Fresh()
    {
        if (_places is null || File.GetLastWriteTimeUtc(_places.File) is var at && (at == _readAt || at.Year < 1700))
        {
            return _content;
        }

        lock (_reading)
        {
            var (content, writtenAt) = KeyFile.Read(_places);
            // What would be sealed with a key that lies on no disk any more would be lost at the next start.
            if (_content.Keys.FirstOrDefault(k => content.Find(k.Id) is null) is { } gone)
            {
                throw new KeysUnavailableException(
                    $"{_places.File} was replaced by one without the master key {gone.Id}. Bring that one back."
                );
            }

            (_content, _readAt) = (content, writtenAt);
            return content;
        }
    }
}
