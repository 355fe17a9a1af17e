using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Outbox;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Reminders.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.Reminders.Sending;

/// <summary>
/// What a reminder says when it leaves: a day and a time, and nothing by which whoever reads over a shoulder learns of an
/// offence, a measure or the Service. What moved, ended or passed meanwhile does not leave.
/// </summary>
internal sealed class ReminderMessage(PlusDb db, ReminderReader reader, PlusClock clock, TextCatalog words) : OutboxKind
{
    public const string KindCode = "reminders.reminder";

    public override string Code => KindCode;

    public override async Task<OutboxParcel?> ContentAsync(OutboxMessage message, CancellationToken ct)
    {
        var found = await (
            from r in db.Set<Reminder>().AsNoTracking()
            join s in db.Set<Section>() on r.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where r.Id == message.SubjectId
            select new
            {
                Reminder = r,
                Client = c,
                s.ClosedOn,
                s.AnnulledOn,
            }
        ).SingleAsync(ct);
        var reminder = found.Reminder;
        if (
            found.ClosedOn is not null
            || found.AnnulledOn is not null
            || found.Client.DiedOn is not null
            || reminder.Day < clock.Today
            || !await StandsAsync(reminder, ct)
            || await reader.AddressAsync(found.Client.Id, reminder.Channel, clock.Today, ct) is not { } address
        )
        {
            return null;
        }

        var languages = found.Client.Languages;
        var texts = words.In(
            languages.Length == 0 || languages.Contains("lv") ? PageLanguage.Latvian : PageLanguage.English
        );
        return new OutboxParcel(
            message.Id,
            address,
            found.Client.GivenName,
            texts["reminders.message.headline"],
            texts[
                "reminders.message.body",
                ("day", texts.Write(reminder.Day, "long")),
                ("time", new TimeOnly(reminder.Start / 60, reminder.Start % 60))
            ],
            []
        );
    }

    public override async Task<ProcessStart?> SettleAsync(OutboxMessage message, CancellationToken ct)
    {
        var reminder = await db.Set<Reminder>().SingleAsync(r => r.Id == message.SubjectId, ct);
        if (message.State == OutboxState.Failed)
        {
            reminder.Fail(message.FailureCode ?? "refused");
        }
        else
        {
            reminder.Left(clock.Now);
        }

        var client = await db.Set<Section>()
            .Where(s => s.Id == reminder.SectionId)
            .Select(s => s.ClientId)
            .SingleAsync(ct);
        return new ProcessStart(message.State == OutboxState.Failed ? RemindersModule.Failed : RemindersModule.Left)
        {
            Client = client,
            Section = reminder.SectionId,
            Subject = reminder.Id,
            Values = new Dictionary<string, object?> { ["day"] = reminder.Day, ["channel"] = reminder.Channel },
        };
    }

    private Task<bool> StandsAsync(Reminder reminder, CancellationToken ct)
    {
        if (reminder.About == Reminder.OfWork)
        {
            return db.Set<PlannedDay>()
                .AnyAsync(d => d.Id == reminder.SubjectId && d.Day == reminder.Day && d.Start == reminder.Start, ct);
        }

        var at = PlusClock.InstantOf(reminder.Day, new TimeOnly(reminder.Start / 60, reminder.Start % 60));
        var id = new ContactId(reminder.SubjectId);
        return db.Set<Contact>().AnyAsync(c => c.Id == id && c.State == ContactState.Planned && c.PlannedAt == at, ct);
    }
}
