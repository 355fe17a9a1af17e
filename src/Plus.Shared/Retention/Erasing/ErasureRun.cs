using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Retention.Due;
using Plus.Shared.Retention.Plan;
using Plus.Shared.Retention.Records;

namespace Plus.Shared.Retention.Erasing;

/// <summary>
/// Erases what two people agreed on, a record in a transaction of its own with the event that tells of it: stopped at any
/// moment it goes on where it was. Whether the record may still go is asked again in that transaction.
/// </summary>
internal sealed class ErasureRun(
    PlusDb db,
    Processes processes,
    StaffAccessor staff,
    DueRecords due,
    ErasurePlanner planner,
    ModuleList modules,
    IServiceProvider services,
    ArchiveRun archive,
    PlusClock clock
)
{
    public static readonly ProcessType Erased = new("retention.erased") { Kind = EventKind.Erase };

    public static readonly ProcessType Left = new("retention.left");

    public static readonly ProcessType Finished = new("retention.erasureDone");

    /// <summary>Settles up to so many records of erasures that were agreed on.</summary>
    /// <returns>How many were settled; none when nothing waits.</returns>
    public async Task<int> SettleAsync(int most, CancellationToken ct)
    {
        using var system = staff.AsSystem(DueRecords.Reader);
        staff.Source = DueRecords.Reader;
        var erasure = await db.Set<Erasure>()
            .Where(e => e.State == ErasureState.Agreed)
            .OrderBy(e => e.DecidedAt)
            .FirstOrDefaultAsync(ct);
        if (erasure is null || due.ClassOf(erasure.ClassCode) is not { } kept)
        {
            return 0;
        }

        var waiting = await db.Set<ErasureItem>()
            .AsNoTracking()
            .Where(i => i.ErasureId == erasure.Id && i.State == ErasureItemState.Waiting)
            .OrderBy(i => i.Since)
            .ThenBy(i => i.RecordId)
            .Take(most)
            .ToListAsync(ct);
        foreach (var item in waiting)
        {
            await SettleAsync(erasure, kept, item, ct);
        }

        if (waiting.Count < most)
        {
            erasure.Finish(clock.Now);
            await processes.CommitAsync(
                new ProcessStart(Finished)
                {
                    Subject = erasure.Id,
                    Values = new Dictionary<string, object?> { ["class"] = erasure.ClassCode },
                },
                ct
            );
        }

        return waiting.Count;
    }

    private async Task SettleAsync(Erasure erasure, RetentionClass kept, ErasureItem item, CancellationToken ct)
    {
        // What lies in the archive comes back first: a person is erased in one transaction of one database.
        if (item.PersonId is { } person)
        {
            await archive.ReturnAsync(person, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)transaction.GetDbTransaction().Connection!;
        if (!await ClaimAsync(connection, item, ct))
        {
            return;
        }

        var (isDue, held) = await DueRecords.IsDueAsync(
            connection,
            kept,
            item.RecordId,
            erasure.Years,
            erasure.DueBy,
            ct
        );
        var state =
            held ? ErasureItemState.Held
            : isDue ? ErasureItemState.Erased
            : ErasureItemState.NotDue;
        var values = new Dictionary<string, object?> { ["class"] = kept.Code };
        if (state == ErasureItemState.Erased)
        {
            values["rows"] = kept.WholePerson
                ? await ErasePersonAsync(connection, erasure, item, values, ct)
                : await EraseRecordAsync(connection, kept, item, ct);
        }

        await using (var settled = Command(connection, Settled))
        {
            settled.Parameters.AddWithValue("state", CodeConversion.CodeOf(state));
            settled.Parameters.AddWithValue("at", clock.Now);
            settled.Parameters.AddWithValue("rows", values.GetValueOrDefault("rows") as int? ?? 0);
            settled.Parameters.AddWithValue("erasure", item.ErasureId);
            settled.Parameters.AddWithValue("record", item.RecordId);
            await settled.ExecuteNonQueryAsync(ct);
        }

        await processes.NoteAsync(
            new ProcessStart(state == ErasureItemState.Erased ? Erased : Left)
            {
                Client = item.PersonId is { } client ? new ClientId(client) : null,
                Subject = erasure.Id,
                LegalBasis = DueRecords.ParameterOf(kept.Code),
                Values = values,
            },
            ct
        );
        await transaction.CommitAsync(ct);
    }

    // The label is a number of the record, so it goes with it; the row stays locked until this is committed.
    private const string Settled = """
        UPDATE retention.erasure_item
        SET state = @state, settled_at = @at, rows = @rows, label = CASE WHEN @state = 'erased' THEN '' ELSE label END
        WHERE erasure_id = @erasure AND record_id = @record
        """;

    private static async Task<bool> ClaimAsync(NpgsqlConnection connection, ErasureItem item, CancellationToken ct)
    {
        await using var command = Command(
            connection,
            """
            SELECT 1 FROM retention.erasure_item
            WHERE erasure_id = @erasure AND record_id = @record AND state = 'waiting' FOR UPDATE SKIP LOCKED
            """
        );
        command.Parameters.AddWithValue("erasure", item.ErasureId);
        command.Parameters.AddWithValue("record", item.RecordId);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private async Task<int> ErasePersonAsync(
        NpgsqlConnection connection,
        Erasure erasure,
        ErasureItem item,
        Dictionary<string, object?> values,
        CancellationToken ct
    )
    {
        var clients = await IdsAsync(
            connection,
            "SELECT id FROM clients.client WHERE id = @of OR merged_into = @of FOR UPDATE",
            item.RecordId,
            ct
        );
        var sections = await IdsAsync(
            connection,
            "SELECT s.id FROM cases.section s JOIN clients.client c ON c.id = s.client_id WHERE c.id = @of OR c.merged_into = @of",
            item.RecordId,
            ct
        );
        foreach (var module in modules.All)
        {
            await module.EraseFirstAsync(services, clients, ct);
        }

        var reduced = await ReduceAsync(connection, erasure.Id, clients, ct);
        var rows = 0;
        foreach (var step in planner.Make().Steps.Where(s => s.Sql is not null))
        {
            await using var command = Command(connection, step.Sql!);
            command.Parameters.AddWithValue("clients", clients);
            command.Parameters.AddWithValue("sections", sections);
            rows += await command.ExecuteNonQueryAsync(ct);
        }

        values["reduced"] = reduced;
        return rows;
    }

    private static async Task<Dictionary<string, string>> ReduceAsync(
        NpgsqlConnection connection,
        Guid erasure,
        Guid[] clients,
        CancellationToken ct
    )
    {
        await using var command = Command(
            connection,
            "SELECT id, hash FROM retention.reduce_audit(@erasure, @clients)"
        );
        command.Parameters.AddWithValue("erasure", erasure);
        command.Parameters.AddWithValue("clients", clients);
        var reduced = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            reduced[reader.GetGuid(0).ToString("D", CultureInfo.InvariantCulture)] = reader.GetString(1);
        }

        return reduced;
    }

    private static async Task<int> EraseRecordAsync(
        NpgsqlConnection connection,
        RetentionClass kept,
        ErasureItem item,
        CancellationToken ct
    )
    {
        var rows = 0;
        foreach (var sql in kept.Erase)
        {
            await using var command = Command(connection, sql);
            command.Parameters.AddWithValue("record", item.RecordId);
            rows += await command.ExecuteNonQueryAsync(ct);
        }

        return rows;
    }

    private static async Task<Guid[]> IdsAsync(NpgsqlConnection connection, string sql, Guid of, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        command.Parameters.AddWithValue("of", of);
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return [.. ids];
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = 0 };
}
