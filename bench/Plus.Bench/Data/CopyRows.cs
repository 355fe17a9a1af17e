using System.Globalization;
using System.Text;
using Npgsql;

namespace Plus.Bench.Data;

/// <summary>Writes rows of one table by COPY, in the order of the named columns.</summary>
internal sealed class CopyRows : IAsyncDisposable
{
    private readonly TextWriter _writer;
    private readonly StringBuilder _line = new(512);

    private CopyRows(TextWriter writer) => _writer = writer;

    public static async Task<CopyRows> BeginAsync(NpgsqlConnection connection, string table, string columns) =>
        new(await connection.BeginTextImportAsync($"COPY {table} ({columns}) FROM STDIN"));

    public void Row(params ReadOnlySpan<object?> values)
    {
        _line.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                _line.Append('\t');
            }

            Append(values[i]);
        }

        _line.Append('\n');
        _writer.Write(_line);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                _line.Append(@"\N");
                break;
            case bool yes:
                _line.Append(yes ? 't' : 'f');
                break;
            case DateOnly day:
                _line.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}");
                break;
            case DateTimeOffset at:
                _line.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:sszzz}");
                break;
            case string text:
                // Nothing written here holds a tab, a line end or a backslash.
                _line.Append(text);
                break;
            default:
                _line.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }
}
