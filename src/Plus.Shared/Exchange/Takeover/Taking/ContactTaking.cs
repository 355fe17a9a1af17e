using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Contacts, held, missed, cancelled or still to come.</summary>
internal sealed class ContactTaking(PlusDb db, TakeoverGround ground) : RowTaking(db, ground)
{
    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var clients = await References.ClientsAsync(rows, ct);
        var sections = await References.SectionsAsync(rows, ct);
        foreach (var row in rows.Where(r => !r.IsRefused))
        {
            var client = clients[row.Row.Text("clientId")!].Id;
            var section = row.Row.Text("sectionId") is { } old ? sections[old] : null;
            var officer = Check(row, client, section);
            if (row.IsRefused)
            {
                continue;
            }

            if (row.Known is { } known)
            {
                await CorrectAsync(row, client, section?.Id, officer, known.PlusId, bulk, ct);
                continue;
            }

            var contact = new Contact(
                ContactId.New(),
                client,
                section?.Id,
                row.Row.Text("kind")!,
                At(row),
                row.Row.Whole("minutes") ?? 0,
                row.Row.Text("place")
            );
            contact.With(officer);
            Fill(row, contact);
            Db.Add(contact);
            bulk.Complete(
                Story(
                    TakeoverProcesses.ContactTaken,
                    client,
                    section?.Id,
                    contact.Id.Value,
                    row.Row.Day("day")!.Value,
                    ("kind", contact.Kind),
                    ("state", CodeConversion.CodeOf(contact.State))
                )
            );
            row.Become(RowOutcome.Taken, contact.Id.Value);
        }
    }

    private async Task CorrectAsync(
        PendingRow row,
        ClientId client,
        SectionId? section,
        StaffId? officer,
        Guid id,
        BulkProcesses bulk,
        CancellationToken ct
    )
    {
        if (await WorkedSince.RefusesAsync(Db, row, client, id, ct))
        {
            return;
        }

        using var loaded = new LoadedRecords(Db);
        var contact = await Db.Set<Contact>().SingleAsync(c => c.Id == new ContactId(id), ct);
        if (contact.ClientId != client || contact.SectionId != section)
        {
            row.Refuse(TakeoverReasons.ReferenceChanged, contact.ClientId == client ? "sectionId" : "clientId");
            return;
        }

        contact.PlannedInstead(row.Row.Text("kind")!, At(row), row.Row.Whole("minutes") ?? 0, row.Row.Text("place"));
        contact.With(officer);
        Fill(row, contact);
        bulk.Complete(Corrected("contacts", client, section, id), loaded.All);
        row.Become(RowOutcome.Corrected, id);
    }

    private StaffId? Check(PendingRow row, ClientId client, SectionReference? section)
    {
        var day = row.Row.Day("day")!.Value;
        if (day > Ground.Today && row.Row.Text("state") != "planned")
        {
            row.Refuse(TakeoverReasons.FutureDay, "day", ("day", day));
        }

        if (section is not null && section.Client != client)
        {
            row.Refuse(TakeoverReasons.OtherClient, "sectionId");
        }

        if (section is not null && (day < section.OpenedOn || day > section.ClosedOn))
        {
            row.Mark(TakeoverMarks.OutsideSection);
        }

        if (row.Row.Text("time") is null)
        {
            row.Mark(TakeoverMarks.NoTime);
        }

        return Ground.OfficerOf(row, row.Row.Text("staff"));
    }

    private static void Fill(PendingRow row, Contact contact)
    {
        var state = CodeConversion.Parse<ContactState>(row.Row.Text("state")!);
        contact.TakeOver(
            state,
            state == ContactState.Held ? row.Row.Flag("complied") : null,
            state == ContactState.Missed ? row.Row.Text("absence") : null,
            row.Row.Text("note")
        );
    }

    // Without a time the day begins: what is not known is not made up, and the row bears a mark.
    private static DateTimeOffset At(PendingRow row) =>
        PlusClock.InstantOf(
            row.Row.Day("day")!.Value,
            row.Row.Text("time") is { } time
                ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)
                : TimeOnly.MinValue
        );
}
