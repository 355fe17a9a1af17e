using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Delivery;

/// <summary>What is known of a copy whose channel says nothing by itself.</summary>
/// <param name="Arrived">It reached the recipient; else it came back.</param>
/// <param name="On">The day on which it did.</param>
/// <param name="Proof">Number of the notice of delivery, or who said so.</param>
/// <param name="Shown">The version of the document that the person saw.</param>
public sealed record NotedDelivery(bool Arrived, DateOnly On, string? Proof, uint? Shown);

/// <summary>Notes the proof of delivery of one copy: by post and by e-mail nothing but a person knows.</summary>
public sealed class NoteDeliveryHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    /// <summary>Only what is on its way can arrive or come back.</summary>
    public static bool IsOnItsWay(DocumentRecipient recipient) => recipient.State == DeliveryState.Sent;

    public async Task<Outcome<Unit>> NoteAsync(Guid id, Guid copy, NotedDelivery noted, CancellationToken ct)
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Send, id, noted.Shown, ct);
        var recipient = document is null
            ? null
            : await db.Set<DocumentRecipient>().SingleOrDefaultAsync(r => r.Id == copy && r.DocumentId == id, ct);
        if (recipient is null)
        {
            return new NoSuchRecord();
        }

        if (!IsOnItsWay(recipient))
        {
            return new NotOnItsWay();
        }

        if (noted.On > clock.Today || noted.On < PlusClock.DayOf(recipient.SentAt!.Value))
        {
            return new DeliveryDayIsWrong();
        }

        var proof = string.IsNullOrWhiteSpace(noted.Proof) ? null : noted.Proof.Trim();
        if (noted.Arrived)
        {
            var on = PlusClock.InstantOf(noted.On, TimeOnly.MinValue);
            recipient.Delivered(on < recipient.SentAt ? recipient.SentAt.Value : on, proof);
            recipient.Serve(recipient.ServedOn ?? noted.On);
        }
        else
        {
            recipient.Fail("returned");
        }

        var others = await db.Set<DocumentRecipient>()
            .Where(r => r.DocumentId == id && r.Id != copy)
            .Select(r => r.State)
            .ToListAsync(ct);
        document!.Follow([.. others, recipient.State]);
        return await processes.CommitAsync(
            new ProcessStart(DocumentProcesses.Delivery)
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
            },
            ct
        );
    }
}

/// <summary>The copy arrived, came back or was never sent.</summary>
public sealed record NotOnItsWay() : Refusal("documents.refusal.notOnItsWay");

/// <summary>A day before it was sent, or after today.</summary>
public sealed record DeliveryDayIsWrong() : Refusal("documents.refusal.deliveryDayIsWrong")
{
    public override string Field => "On";
}
