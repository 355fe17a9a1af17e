using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>What is known of registered documents.</summary>
internal sealed class DocumentTaking(PlusDb db, TakeoverGround ground) : RowTaking(db, ground)
{
    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var clients = await References.ClientsAsync(rows, ct);
        var sections = await References.SectionsAsync(rows, ct);
        foreach (var row in rows.Where(r => !r.IsRefused))
        {
            var client = clients[row.Row.Text("clientId")!].Id;
            var section = row.Row.Text("sectionId") is { } old ? sections[old] : null;
            if (section is not null && section.Client != client)
            {
                row.Refuse(TakeoverReasons.OtherClient, "sectionId");
                continue;
            }

            if (row.Known is { } known)
            {
                await CorrectAsync(row, client, section?.Id, known.PlusId, bulk, ct);
                continue;
            }

            var document = new Document(Guid.CreateVersion7(), client, section?.Id, Ground.Source);
            Fill(row, document);
            Db.Add(document);
            bulk.Complete(
                Story(
                    TakeoverProcesses.DocumentTaken,
                    client,
                    section?.Id,
                    document.Id,
                    document.RegisteredOn,
                    ("kind", document.Kind),
                    ("direction", CodeConversion.CodeOf(document.Direction)),
                    ("number", document.Number ?? "—")
                )
            );
            row.Become(RowOutcome.Taken, document.Id);
        }
    }

    private async Task CorrectAsync(
        PendingRow row,
        ClientId client,
        SectionId? section,
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
        var document = await Db.Set<Document>().SingleAsync(d => d.Id == id, ct);
        if (document.ClientId != client || document.SectionId != section)
        {
            row.Refuse(TakeoverReasons.ReferenceChanged, document.ClientId == client ? "sectionId" : "clientId");
            return;
        }

        Fill(row, document);
        bulk.Complete(Corrected("documents", client, section, id), loaded.All);
        row.Become(RowOutcome.Corrected, id);
    }

    private static void Fill(PendingRow row, Document document)
    {
        document.Register(
            row.Row.Text("kind")!,
            CodeConversion.Parse<DocumentDirection>(row.Row.Text("direction")!),
            row.Row.Text("number"),
            row.Row.Day("registeredOn")!.Value,
            row.Row.Text("titleCode")
        );
        document.LiesAt(row.Row.Text("externalReference"), row.Row.Text("sha256"));
    }
}
