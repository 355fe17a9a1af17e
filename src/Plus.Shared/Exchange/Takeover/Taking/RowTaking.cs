using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>
/// Takes the valid rows of one table: adds records to the context, closes one process for each, and tells what became of
/// every row.
/// </summary>
internal abstract class RowTaking(PlusDb db, TakeoverGround ground)
{
    protected PlusDb Db => db;

    protected TakeoverGround Ground => ground;

    protected NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    protected References References => new(Connection, ground.Source);

    /// <summary>New rows and changed ones, each of which keeps the contract.</summary>
    public abstract Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct);

    protected static ProcessStart Story(
        ProcessType type,
        ClientId client,
        SectionId? section,
        Guid subject,
        DateOnly day,
        params (string Name, object? Value)[] values
    ) =>
        new(type)
        {
            Client = client,
            Section = section,
            Subject = subject,
            OnDay = day,
            Values = values.Length == 0 ? null : values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal),
        };

    /// <summary>A correction, told on the day on which it is made.</summary>
    protected ProcessStart Corrected(string table, ClientId client, SectionId? section, Guid subject) =>
        Story(TakeoverProcesses.Corrected, client, section, subject, ground.Today, ("table", table));
}
