using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Whether somebody changed a taken record in PLUS. Then a changed row of the old system does not overwrite it: a human decides.</summary>
internal static class WorkedSince
{
    /// <summary>How the audit names the writes of a takeover.</summary>
    public const string Source = "takeover";

    public static async Task<bool> RefusesAsync(
        PlusDb db,
        PendingRow row,
        ClientId client,
        Guid record,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT EXISTS (SELECT FROM audit.process
                           WHERE client_id = $1 AND source <> $2 AND changes @> $3)
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        command.Parameters.AddWithValue(client.Value);
        command.Parameters.AddWithValue(Source);
        var changed = JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["id"] = record.ToString() } });
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, changed);
        if (await command.ExecuteScalarAsync(ct) is not true)
        {
            return false;
        }

        row.Refuse(TakeoverReasons.ChangedInPlus, null);
        return true;
    }
}
