using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Reminders.Records;

namespace Plus.Shared.Reminders.Sending;

/// <summary>Lays the reminders of a day down in one transaction with the messages that carry them; none goes twice.</summary>
internal sealed class SendRemindersHandler(
    PlusDb db,
    ReminderReader reader,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Guid>> SendAsync(OfficeId office, DateOnly day, CancellationToken ct)
    {
        var ready = (await reader.ReadAsync(office, day, ct)).Where(l => l.State == ReminderLine.Ready).ToList();
        if (ready.Count == 0)
        {
            return new NobodyToRemind();
        }

        var batch = Guid.CreateVersion7();
        foreach (var line in ready)
        {
            var reminder = new Reminder(
                batch,
                line.Section,
                line.About,
                line.Subject,
                line.Day,
                line.Start,
                line.Channel!,
                clock.Now,
                staff.Current.Id
            );
            db.AddRange(
                reminder,
                new OutboxMessage(line.Channel!, ReminderMessage.KindCode, reminder.Id, line.Client, clock.Now)
            );
        }

        try
        {
            var done = await processes.CommitAsync(
                new ProcessStart(RemindersModule.Asked)
                {
                    Subject = batch,
                    OnDay = day,
                    Values = new Dictionary<string, object?> { ["day"] = day, ["count"] = ready.Count },
                },
                ct
            );
            return done.Done ? batch : done.Refusal;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: "23505" })
        {
            // Somebody else asked for the same day at the same moment.
            return new NobodyToRemind();
        }
    }
}

/// <summary>Everybody who can be reminded was.</summary>
internal sealed record NobodyToRemind() : Refusal("reminders.refusal.nobody");
