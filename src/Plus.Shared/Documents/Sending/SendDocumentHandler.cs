using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Records;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Documents.Sending;

/// <summary>A recipient with the way the document goes to them.</summary>
/// <param name="Id">The recipient's; null for a new one.</param>
public sealed record WantedDelivery(
    Guid? Id,
    string Kind,
    string Name,
    string Channel,
    string? PostalAddress,
    string? ElectronicAddress
);

/// <summary>A document is sent to somebody.</summary>
public sealed record NobodyToSendTo() : Refusal("documents.send.nobody");

/// <summary>The channel needs an address.</summary>
public sealed record AddressIsMissing(int Line) : Refusal("documents.send.addressMissing")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["line"] = Line };
}

/// <summary>Sends a signed document: a message for each recipient is laid into the outbox in the same transaction.</summary>
public sealed class SendDocumentHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    /// <summary>States in which a document may leave: also once more, to somebody whom nobody thought of at first.</summary>
    public static bool MayLeave(DocumentState state) =>
        state is DocumentState.Signed or DocumentState.Sent or DocumentState.Delivered or DocumentState.Failed;

    public static IReadOnlyList<string> Channels { get; } = ["eAddress", "eCase", "email", "post", "handed"];

    public async Task<Outcome<Unit>> SendAsync(
        Guid id,
        IReadOnlyList<WantedDelivery> deliveries,
        uint? shown,
        CancellationToken ct
    )
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Send, id, shown, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        if (!MayLeave(document.State))
        {
            return new WayIsClosed(document.State, DocumentState.Sent);
        }

        if (deliveries.Count == 0)
        {
            return new NobodyToSendTo();
        }

        var known = await db.Set<DocumentRecipient>().Where(r => r.DocumentId == id).ToListAsync(ct);
        var leaving = 0;
        for (var at = 0; at < deliveries.Count; at++)
        {
            var wanted = deliveries[at];
            if (!Channels.Contains(wanted.Channel) || !RecipientKinds.All.Contains(wanted.Kind))
            {
                return new NoSuchRecord();
            }

            var needed = wanted.Channel switch
            {
                "post" => wanted.PostalAddress,
                "handed" => wanted.Name,
                _ => wanted.ElectronicAddress,
            };
            if (string.IsNullOrWhiteSpace(needed) || string.IsNullOrWhiteSpace(wanted.Name))
            {
                return new AddressIsMissing(at + 1);
            }

            var recipient = known.Find(r => r.Id == wanted.Id);
            if (recipient is { State: DeliveryState.Delivered or DeliveryState.Sent })
            {
                continue;
            }

            if (recipient is null)
            {
                recipient = new DocumentRecipient(document, wanted.Kind, wanted.Name.Trim());
                db.Add(recipient);
            }

            recipient.LivesAt(wanted.PostalAddress?.Trim());
            recipient.ReachedBy(wanted.Channel, wanted.ElectronicAddress?.Trim());
            leaving++;
            db.Add(
                new OutboxMessage(wanted.Channel, DocumentLetter.KindCode, recipient.Id, document.ClientId, clock.Now)
            );
        }

        if (leaving == 0)
        {
            return new NobodyToSendTo();
        }

        document.Enter(DocumentState.Sent);
        return await processes.CommitAsync(
            new ProcessStart(DocumentProcesses.Sent)
            {
                Client = document.ClientId,
                Section = document.SectionId,
                Subject = document.Id,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = document.Kind,
                    ["number"] = document.Number ?? "—",
                    ["count"] = leaving,
                },
            },
            ct
        );
    }
}
