namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>What is wrong with a record before it is read.</summary>
internal enum RecordFault
{
    None,
    TooLong,
    OpenQuote,
}

/// <summary>One record of a file, without its line end; valid until the next one is asked for.</summary>
/// <param name="Line">First line of it, from 1 on.</param>
/// <param name="LastLine">A quoted cell may hold line ends.</param>
/// <param name="End">Where the next record begins, in bytes.</param>
internal readonly record struct ByteRecord(
    ReadOnlyMemory<byte> Bytes,
    int Line,
    int LastLine,
    long End,
    RecordFault Fault
);

/// <summary>
/// Cuts a stream into records with constant memory: lines, or lines that quotes may hold together. A byte-order mark,
/// CRLF and a missing last line end are no error; blank lines are passed over. After a quote that never closes, the
/// next line begins anew.
/// </summary>
internal sealed class RecordSource(Stream stream, bool quoted, long offset = 0, int linesBefore = 0)
{
    /// <summary>A longer record is none.</summary>
    public const int Longest = 1 << 20;

    private const int Chunk = 1 << 17;
    private byte[] _buffer = new byte[Chunk];
    private int _from;
    private int _to;
    private long _position = offset;
    private int _lines = linesBefore;
    private bool _ended;

    public async ValueTask<ByteRecord?> NextAsync(CancellationToken ct)
    {
        if (_position == 0 && _from == _to)
        {
            await PassMarkAsync(ct);
        }

        while (await CutAsync(ct) is { } record)
        {
            if (record.Fault != RecordFault.None || record.Bytes.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return record;
            }
        }

        return null;
    }

    private async ValueTask<ByteRecord?> CutAsync(CancellationToken ct)
    {
        while (true)
        {
            var (length, lines) = FindEnd();
            if (length >= 0)
            {
                return Take(length, 1, lines, RecordFault.None);
            }

            if (_ended && _from == _to)
            {
                return null;
            }

            if (!_ended && _to - _from <= Longest)
            {
                await FillAsync(ct);
                continue;
            }

            var first = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (first >= 0)
            {
                // Only a quote can have held the lines together.
                return Take(first, 1, 1, RecordFault.OpenQuote);
            }

            return _ended
                ? Take(_to - _from, 0, 1, quoted && HasOpenQuote() ? RecordFault.OpenQuote : RecordFault.None)
                : await SkipLongAsync(ct);
        }
    }

    // The length up to the line end of the record, and how many lines it is; -1 while the end is not in the buffer.
    private (int Length, int Lines) FindEnd()
    {
        var span = _buffer.AsSpan(_from, _to - _from);
        var (at, lines, open) = (0, 0, false);
        while (true)
        {
            var next = span[at..].IndexOf((byte)'\n');
            if (next < 0)
            {
                return (-1, 0);
            }

            lines++;
            open ^= quoted && span.Slice(at, next).Count((byte)'"') % 2 == 1;
            if (!open)
            {
                return (at + next, lines);
            }

            at += next + 1;
        }
    }

    private bool HasOpenQuote() => _buffer.AsSpan(_from, _to - _from).Count((byte)'"') % 2 == 1;

    private ByteRecord Take(int length, int lineEnd, int lines, RecordFault fault)
    {
        var bytes = _buffer.AsMemory(_from, length);
        _from += length + lineEnd;
        _position += length + lineEnd;
        _lines += lines;
        return new ByteRecord(bytes, _lines - lines + 1, _lines, _position, fault);
    }

    private async ValueTask<ByteRecord> SkipLongAsync(CancellationToken ct)
    {
        while (true)
        {
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            var passed = end < 0 ? _to - _from : end + 1;
            (_from, _position) = (_from + passed, _position + passed);
            if (end >= 0 || _ended)
            {
                _lines++;
                return new ByteRecord(default, _lines, _lines, _position, RecordFault.TooLong);
            }

            await FillAsync(ct);
        }
    }

    private async ValueTask PassMarkAsync(CancellationToken ct)
    {
        while (_to - _from < 3 && !_ended)
        {
            await FillAsync(ct);
        }

        if (_buffer.AsSpan(_from, _to - _from).StartsWith("\uFEFF"u8))
        {
            (_from, _position) = (_from + 3, _position + 3);
        }
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_buffer.Length - _to < Chunk / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_to), ct);
        _to += read;
        _ended = read == 0;
    }
}
