using System.Security.Cryptography;

namespace Plus.Shared.Exchange.Lines;

/// <summary>One line of a file of messages, without its end.</summary>
/// <param name="Number">From 1 on; empty lines count.</param>
/// <param name="Bytes">The line; of a line over the limit its beginning.</param>
/// <param name="End">Where the next line begins, in bytes.</param>
/// <param name="Hash">SHA-256 of the whole line.</param>
/// <param name="TooLong">Over the limit.</param>
public sealed record SourceLine(int Number, byte[] Bytes, long End, byte[] Hash, bool TooLong)
{
    public bool IsBlank => !TooLong && Bytes.AsSpan().IndexOfAnyExcept(" \t\v\f"u8) < 0;
}

/// <summary>
/// Reads lines from a stream with constant memory. A byte-order mark, CRLF and a missing last line end are no error.
/// </summary>
public sealed class LineSource(Stream stream, long offset = 0, int linesBefore = 0)
{
    /// <summary>A longer line is no message.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>What is kept of such a line.</summary>
    public const int KeptOfLong = 4096;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _line = new();
    private int _from;
    private int _to;
    private long _position = offset;
    private int _number = linesBefore;
    private IncrementalHash? _long;

    /// <summary>The next lines: so many, or fewer when they are big or the file ends. Empty at the end.</summary>
    public async Task<List<SourceLine>> NextAsync(int most, CancellationToken ct)
    {
        var lines = new List<SourceLine>();
        var bytes = 0;
        while (lines.Count < most && bytes < 4 * LongestLine && await NextAsync(ct) is { } line)
        {
            lines.Add(line);
            bytes += line.Bytes.Length;
        }

        return lines;
    }

    private async Task<SourceLine?> NextAsync(CancellationToken ct)
    {
        var begun = false;
        while (true)
        {
            if (_from == _to)
            {
                _from = 0;
                _to = await stream.ReadAsync(_buffer, ct);
                if (_to == 0)
                {
                    return begun ? Finish() : null;
                }
            }

            begun = true;
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            var length = end < 0 ? _to - _from : end;
            Append(_buffer.AsSpan(_from, length));
            _position += length;
            _from += length;
            if (end >= 0)
            {
                _from++;
                _position++;
                return Finish();
            }
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_long is null && _line.Length + bytes.Length <= LongestLine + 1)
        {
            _line.Write(bytes);
            return;
        }

        if (_long is null)
        {
            _long = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            _long.AppendData(_line.GetBuffer().AsSpan(0, (int)_line.Length));
            var missing = KeptOfLong - (int)_line.Length;
            if (missing > 0)
            {
                _line.Write(bytes[..Math.Min(missing, bytes.Length)]);
            }

            _line.SetLength(Math.Min(_line.Length, KeptOfLong));
        }

        _long.AppendData(bytes);
    }

    private SourceLine Finish()
    {
        var bytes = _line.GetBuffer().AsSpan(0, (int)_line.Length);
        var tooLong = _long is not null;
        if (!tooLong && bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }

        if (_number == 0 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        var hash = _long?.GetHashAndReset() ?? SHA256.HashData(bytes);
        if (!tooLong && bytes.Length > LongestLine)
        {
            bytes = bytes[..KeptOfLong];
            tooLong = true;
        }

        var line = new SourceLine(++_number, bytes.ToArray(), _position, hash, tooLong);
        _line.SetLength(0);
        if (_line.Capacity > 1 << 17)
        {
            _line.Capacity = 0;
        }

        _long?.Dispose();
        _long = null;
        return line;
    }
}
