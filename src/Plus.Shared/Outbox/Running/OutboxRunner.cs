using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox.Running;

/// <summary>
/// Takes messages that are due, several workers and nodes at once without meeting, and brings each a step on. A worker
/// that dies leaves its messages to the next one when its hold ends.
/// </summary>
public sealed class OutboxRunner(IServiceScopeFactory scopes, PlusClock clock, ILogger<OutboxRunner> log)
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    // Far beyond any letter: nothing is asked for any more.
    private static readonly TimeSpan Never = TimeSpan.FromDays(36500);

    /// <summary>Pauses before each further attempt; after the last one the message has failed.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
    ];

    /// <summary>Brings on everything that is due now. Returns how many messages were in hand.</summary>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        var all = 0;
        while (!ct.IsCancellationRequested)
        {
            var taken = await TakeAsync(ct);
            foreach (var id in taken)
            {
                try
                {
                    await StepAsync(id, ct);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogError(failure, "Message {Message} could not be brought on", id);
                    await PutBackAsync(id, ct);
                }
            }

            all += taken.Count;
            if (taken.Count < AtOnce)
            {
                return all;
            }
        }

        return all;
    }

    private async Task<List<Guid>> TakeAsync(CancellationToken ct)
    {
        await using var scope = Begin();
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var (now, until) = (clock.Now, clock.Now + Hold);
        return await db
            .Database.SqlQuery<Guid>(
                $"""
                UPDATE outbox.message SET held_until = {until}, attempts = attempts + 1
                WHERE id IN (SELECT id FROM outbox.message
                             WHERE state IN ('waiting', 'sent') AND next_at <= {now}
                               AND (held_until IS NULL OR held_until < {now})
                             ORDER BY next_at LIMIT {AtOnce} FOR UPDATE SKIP LOCKED)
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(ct);
    }

    private async Task StepAsync(Guid id, CancellationToken ct)
    {
        await using var scope = Begin();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PlusDb>();
        var message = await db.Set<OutboxMessage>().SingleAsync(m => m.Id == id, ct);
        var kind = services.GetServices<OutboxKind>().Single(k => k.Code == message.Kind);
        var channel = services.GetServices<OutboxChannel>().Single(c => c.Code == message.Channel);
        var before = message.State;
        Apply(message, await AnswerAsync(message, kind, channel, ct), channel.GivesProof);
        var story = message.State == before ? null : await kind.SettleAsync(message, ct);
        var processes = services.GetRequiredService<Processes>();
        if (story is null)
        {
            await processes.SaveBookkeepingAsync(ct);
            return;
        }

        var done = await processes.CommitAsync(story, ct);
        if (!done.Done)
        {
            // Somebody changed the record at the same moment: the step is gone through again, the channel knows the id.
            await PutBackAsync(id, ct);
        }
    }

    private static async Task<OutboxAnswer> AnswerAsync(
        OutboxMessage message,
        OutboxKind kind,
        OutboxChannel channel,
        CancellationToken ct
    )
    {
        if (message.State == OutboxState.Sent)
        {
            return await channel.AskAsync(message, ct);
        }

        return await kind.ContentAsync(message, ct) is { } parcel
            ? await channel.SendAsync(parcel, ct)
            : new OutboxAnswer(OutboxState.Failed, "withdrawn");
    }

    private void Apply(OutboxMessage message, OutboxAnswer answer, bool proofComes)
    {
        var now = clock.Now;
        switch (answer.State)
        {
            case OutboxState.Delivered:
                message.Delivered(now, answer.Note);
                break;
            case OutboxState.Failed:
                message.Fail(answer.Note ?? "refused");
                break;
            case OutboxState.Sent when message.State == OutboxState.Sent:
                message.Later(now + TimeSpan.FromHours(1), null);
                break;
            case OutboxState.Sent:
                message.Sent(now, answer.Note, now + (proofComes ? TimeSpan.FromMinutes(1) : Never));
                break;
            default:
                if (message.Attempts > Pauses.Length)
                {
                    message.Fail(answer.Note ?? "serverAway");
                }
                else
                {
                    message.Later(now + Pauses[message.Attempts - 1], answer.Note);
                }

                break;
        }
    }

    private async Task PutBackAsync(Guid id, CancellationToken ct)
    {
        await using var scope = Begin();
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var (next, last) = (clock.Now + Pauses[0], Pauses.Length + 1);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox.message SET held_until = NULL, next_at = {next},
                state = CASE WHEN attempts > {last} AND state = 'waiting' THEN 'failed' ELSE state END
            WHERE id = {id}
            """,
            ct
        );
    }

    private AsyncServiceScope Begin()
    {
        var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = "outbox";
        // Lives as long as the scope: the accessor is its own.
        _ = staff.AsSystem("outbox");
        return scope;
    }
}
