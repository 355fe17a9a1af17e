using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.Text;

/// <summary>
/// Reads the words of files in the background: the queue is the files whose words have not been read, so that nothing is
/// forgotten by a stop. A file that cannot be read is given up once and for all; it has no words then.
/// </summary>
internal sealed class TextWorker(
    FileRows rows,
    FileStore store,
    NpgsqlDataSource source,
    TimeProvider time,
    ILogger<TextWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly string Types = string.Join(", ", TextReading.Types.Select(t => $"'{t}'"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Reading the words of files failed and is tried again");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads all there is to read now; two nodes that read the same file write the same words.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        while (
            await rows.ManyAsync(
                $"NOT words_read AND state = 'stored' AND scan IN ('none', 'clean') AND media_type IN ({Types}) ORDER BY id LIMIT 20",
                ct
            )
                is { Count: > 0 } batch
        )
        {
            foreach (var row in batch)
            {
                await ReadAsync(row, ct);
            }
        }
    }

    private async Task ReadAsync(FileRow row, CancellationToken ct)
    {
        string? text = null;
        try
        {
            await using var content = await store.ProvedAsync(row, ct);
            text = await TextReading.ReadAsync(content, row.MediaType, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or System.Xml.XmlException)
        {
            log.LogWarning("The words of the file {File} cannot be read: {Kind}", row.Id, unreadable.GetType().Name);
        }

        await KeepAsync(row, text ?? "", ct);
    }

    // The words are the service's own to write and to read.
    private async Task KeepAsync(FileRow row, string text, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(connection, Reach.System("files.words"), ct);
        await using var command = new NpgsqlCommand(
            """
            WITH done AS (UPDATE files.stored_file SET words_read = true WHERE id = @id RETURNING id)
            INSERT INTO files.file_text (file_id, text, read_at) SELECT id, @text, @now FROM done WHERE @text <> ''
            ON CONFLICT (file_id) DO UPDATE SET text = excluded.text, read_at = excluded.read_at
            """,
            connection
        );
        command.Parameters.AddWithValue("id", row.Id.Value);
        command.Parameters.AddWithValue("text", text);
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
