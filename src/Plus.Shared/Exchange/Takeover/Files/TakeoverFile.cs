using System.Text;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>Reads the rows of one file of the folder, JSONL or CSV, with constant memory.</summary>
internal sealed class TakeoverFile : IAsyncDisposable
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly FileStream _stream;
    private readonly RecordSource _records;
    private readonly TakeoverTable _table;
    private readonly CsvHeader? _header;

    private TakeoverFile(FileStream stream, RecordSource records, TakeoverTable table, CsvHeader? header) =>
        (_stream, _records, _table, _header) = (stream, records, table, header);

    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);

    /// <summary>Names of fields that the contract does not know; they are not read.</summary>
    public string[] Ignored
    {
        get
        {
            lock (_ignored)
            {
                return [.. _ignored];
            }
        }
    }

    /// <summary>Names found before this was opened.</summary>
    public void Ignore(IEnumerable<string> names)
    {
        lock (_ignored)
        {
            _ignored.UnionWith(names);
        }
    }

    /// <param name="offset">Bytes taken already; 0 for the beginning.</param>
    /// <param name="linesBefore">Lines taken already.</param>
    /// <exception cref="TakeoverRefusedException">A CSV file whose heading lacks a required column.</exception>
    public static async Task<TakeoverFile> OpenAsync(
        string path,
        TakeoverTable table,
        long offset,
        int linesBefore,
        CancellationToken ct
    )
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };
        var stream = new FileStream(path, options);
        try
        {
            var csv = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
            var records = new RecordSource(stream, csv);
            CsvHeader? header = null;
            if (csv)
            {
                var first = await records.NextAsync(ct);
                header = CsvHeader.Read(first is { } line ? Decode(line.Bytes.Span) ?? "" : "", table);
            }

            if (offset > 0)
            {
                stream.Position = offset;
                records = new RecordSource(stream, csv, offset, linesBefore);
            }

            var file = new TakeoverFile(stream, records, table, header);
            file.Ignore(header?.Ignored ?? []);
            return file;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next rows; empty at the end.</summary>
    public async Task<List<SourceRow>> NextAsync(int most, CancellationToken ct)
    {
        var rows = new List<SourceRow>();
        long bytes = 0;
        while (rows.Count < most && bytes < 4 * RecordSource.Longest && await _records.NextAsync(ct) is { } record)
        {
            rows.Add(Read(record));
            bytes += record.Bytes.Length;
        }

        return rows;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private SourceRow Read(ByteRecord record)
    {
        var values = new string?[_table.Fields.Count];
        IntakeReason? broken = record.Fault switch
        {
            RecordFault.TooLong => IntakeReason.Of(TakeoverReasons.RowTooLong, null, ("longest", RecordSource.Longest)),
            RecordFault.OpenQuote => IntakeReason.Of(TakeoverReasons.OpenQuote),
            _ => null,
        };
        if (broken is null)
        {
            broken =
                Decode(record.Bytes.Span) is not { } text || text.Contains('\0', StringComparison.Ordinal)
                    ? IntakeReason.Of(TakeoverReasons.UnreadableText)
                : _header is null ? ReadJson(record.Bytes.Span, values)
                : _header.Read(text, values);
        }

        return new SourceRow(record.Line, record.LastLine, record.End, values, broken);
    }

    private IntakeReason? ReadJson(ReadOnlySpan<byte> bytes, string?[] values)
    {
        lock (_ignored)
        {
            return JsonRow.Read(bytes, _table, values, _ignored);
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
