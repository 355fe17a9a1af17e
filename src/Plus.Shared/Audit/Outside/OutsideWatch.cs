using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Shared.Audit.Outside;

/// <summary>
/// Watches the watch: that the triggers which write down changes from outside stand as PLUS set them, and that nobody
/// touched them since this process looked first, even if they were put back.
/// </summary>
public sealed class OutsideWatch(NpgsqlDataSource source)
{
    /// <summary>Stands for a trigger or function that was touched and put back.</summary>
    public const string Touched = "audit.watch_state()";

    private readonly string condition = ThroughPlus.ConditionOf(source.ConnectionString);
    private string? state;

    /// <summary>Names of tables and functions of the database that are not as they should be now.</summary>
    public async Task<IReadOnlyList<string>> StandingFaultsAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        await using var command = source.CreateCommand("SELECT name FROM audit.watch_faults($1) ORDER BY 1");
        command.Parameters.AddWithValue(condition);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            faults.Add(reader.GetString(0));
        }

        return faults;
    }

    /// <summary>The same, and whether anything was touched since this was asked last.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = await StandingFaultsAsync(ct);
        await using var asked = source.CreateCommand("SELECT audit.watch_state()");
        var now = (string)(await asked.ExecuteScalarAsync(ct))!;
        var touched = Interlocked.Exchange(ref state, now) is { } before && before != now;
        return touched ? [.. faults, Touched] : faults;
    }
}
