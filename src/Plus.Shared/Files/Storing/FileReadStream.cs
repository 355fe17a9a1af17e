using System.Security.Cryptography;

namespace Plus.Shared.Files.Storing;

/// <summary>The content of an encrypted file, to be read anywhere in it. Each chunk is proved before a byte of it is given.</summary>
internal sealed class FileReadStream : Stream
{
    private readonly Stream _file;
    private readonly AesGcm _aes;
    private readonly long _size;
    private readonly long _chunks;
    private readonly byte[] _chunk = new byte[FileCipher.ChunkSize + FileCipher.TagSize];
    private readonly byte[] _plain = new byte[FileCipher.ChunkSize];
    private long _held = -1;
    private int _plainSize;
    private long _position;

    /// <param name="file">The encrypted file, seekable; closed with this stream.</param>
    /// <param name="key">The file's own key.</param>
    /// <param name="size">Bytes of the content.</param>
    public FileReadStream(Stream file, ReadOnlySpan<byte> key, long size)
    {
        (_file, _size) = (file, size);
        _aes = new AesGcm(key, FileCipher.TagSize);
        _chunks = Math.Max(1, (size + FileCipher.ChunkSize - 1) / FileCipher.ChunkSize);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _size;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0 || !TryChunk(out var number, out var at, out var stored))
        {
            return 0;
        }

        if (number != _held)
        {
            Begin(number);
            _file.ReadExactly(_chunk, 0, stored);
            Open(number, stored);
        }

        return Give(buffer, at);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || !TryChunk(out var number, out var at, out var stored))
        {
            return 0;
        }

        if (number != _held)
        {
            Begin(number);
            await _file.ReadExactlyAsync(_chunk.AsMemory(0, stored), cancellationToken);
            Open(number, stored);
        }

        return Give(buffer.Span, at);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => _size + offset,
        };

    /// <summary>Reads everything once and says whether head, chunks, length and SHA-256 are those that were written.</summary>
    public async Task<bool> IsWholeAsync(string sha256, CancellationToken ct)
    {
        if (_file.Length != FileCipher.StoredSize(_size))
        {
            return false;
        }

        var head = new byte[FileCipher.HeadSize];
        _file.Position = 0;
        await _file.ReadExactlyAsync(head, ct);
        if (!head.AsSpan().SequenceEqual(FileCipher.Head))
        {
            return false;
        }

        try
        {
            Position = 0;
            if (_size == 0)
            {
                Begin(0);
                await _file.ReadExactlyAsync(_chunk.AsMemory(0, FileCipher.TagSize), ct);
                Open(0, FileCipher.TagSize);
            }

            var found = await SHA256.HashDataAsync(this, ct);
            Position = 0;
            return Convert.ToHexStringLower(found) == sha256;
        }
        catch (FileDamagedException)
        {
            return false;
        }
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _aes.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryChunk(out long number, out int at, out int stored)
    {
        number = _position / FileCipher.ChunkSize;
        at = (int)(_position % FileCipher.ChunkSize);
        stored = (int)Math.Min(FileCipher.ChunkSize, _size - number * FileCipher.ChunkSize) + FileCipher.TagSize;
        return _position < _size;
    }

    private void Begin(long number)
    {
        _held = -1;
        _file.Position = FileCipher.HeadSize + number * (FileCipher.ChunkSize + FileCipher.TagSize);
    }

    private void Open(long number, int stored)
    {
        try
        {
            FileCipher.Decrypt(_aes, number, number == _chunks - 1, _chunk.AsSpan(0, stored), _plain);
        }
        catch (AuthenticationTagMismatchException damage)
        {
            throw new FileDamagedException(damage);
        }

        (_held, _plainSize) = (number, stored - FileCipher.TagSize);
    }

    private int Give(Span<byte> buffer, int at)
    {
        var count = Math.Min(buffer.Length, _plainSize - at);
        _plain.AsSpan(at, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}

/// <summary>What lies in the store is not what was written. Nothing of it is handed out.</summary>
public sealed class FileDamagedException : IOException
{
    public FileDamagedException(Exception? inner = null)
        : base("A stored file is damaged: it is not what was written. Run plus verify-files.", inner) { }
}

/// <summary>A row stands and its file does not.</summary>
public sealed class FileMissingException : IOException
{
    public FileMissingException(Exception? inner = null)
        : base("A stored file is missing from its store. Run plus verify-files.", inner) { }
}
