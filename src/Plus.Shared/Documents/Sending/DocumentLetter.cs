using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Outbox;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Sending;

/// <summary>A document on its way to a recipient: the signed file, and what became of it.</summary>
internal sealed class DocumentLetter(PlusDb db, DocumentFiles files, CurrentRules rules, TextCatalog words) : OutboxKind
{
    public const string KindCode = "documents.letter";

    public override string Code => KindCode;

    public override async Task<OutboxParcel?> ContentAsync(OutboxMessage message, CancellationToken ct)
    {
        var (recipient, document) = await FindAsync(message, ct);
        var version = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleAsync(v => v.DocumentId == document.Id && v.Ordinal == document.SignedVersion, ct);
        var texts = words.In(PageLanguage.Latvian);
        var bytes = await files.ReadAsync(version.FileId, ct);
        return new OutboxParcel(
            message.Id,
            (recipient.Channel == "post" ? recipient.PostalAddress : recipient.ElectronicAddress) ?? "",
            recipient.Name,
            texts["documents.letter.headline", ("number", document.Number)],
            texts["documents.letter.body", ("number", document.Number), ("day", document.RegisteredOn)],
            [(DocumentFileName.Of(document, version), version.MediaType, bytes)]
        );
    }

    public override async Task<ProcessStart?> SettleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (recipient, document) = await FindAsync(message, ct);
        if (message.SentAt is { } sent && recipient.SentAt is null)
        {
            recipient.Sent(sent, message.Proof);
            var set = await rules.ReadAsync(ct);
            recipient.Serve(ServiceDay.Of(recipient.Channel, PlusClock.DayOf(sent), set.Parameters, set.Calendar));
        }

        switch (message.State)
        {
            case OutboxState.Delivered:
                var at = message.DeliveredAt!.Value;
                recipient.Delivered(at, message.Proof);
                // Where no rule says from when, the proof does.
                recipient.Serve(recipient.ServedOn ?? PlusClock.DayOf(at));
                break;
            case OutboxState.Failed:
                recipient.Fail(message.FailureCode ?? "refused");
                break;
        }

        var others = await db.Set<DocumentRecipient>()
            .Where(r => r.DocumentId == document.Id && r.Id != recipient.Id)
            .Select(r => r.State)
            .ToListAsync(ct);
        document.Follow([.. others, recipient.State]);
        return new ProcessStart(DocumentProcesses.Delivery)
        {
            Client = document.ClientId,
            Section = document.SectionId,
            Subject = document.Id,
            Values = new Dictionary<string, object?>
            {
                ["kind"] = document.Kind,
                ["number"] = document.Number ?? "—",
                ["channel"] = recipient.Channel,
                ["state"] = CodeConversion.CodeOf(recipient.State),
            },
        };
    }

    private async Task<(DocumentRecipient Recipient, Document Document)> FindAsync(
        OutboxMessage message,
        CancellationToken ct
    )
    {
        var recipient = await db.Set<DocumentRecipient>().SingleAsync(r => r.Id == message.SubjectId, ct);
        return (recipient, await db.Set<Document>().SingleAsync(d => d.Id == recipient.DocumentId, ct));
    }
}
