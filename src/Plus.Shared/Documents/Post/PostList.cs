using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Post;

/// <summary>A letter as it stands in the address list.</summary>
internal sealed record PostRow(
    Guid Document,
    ClientId Client,
    string Number,
    string Kind,
    string Name,
    string? Address,
    DateTimeOffset? SentAt,
    DeliveryState State
);

/// <summary>What goes by post, within reach.</summary>
internal sealed class PostList(PlusDb db, StaffAccessor staff)
{
    /// <summary>What stands in the list of a day; without one, everything of which nothing was heard yet.</summary>
    public IQueryable<PostRow> On(DateOnly? day)
    {
        var documents = db.DocumentsWithin(staff.Current, DocumentPermissions.Send);
        var copies = db.Set<DocumentRecipient>().AsNoTracking().Where(r => r.Channel == "post" && r.SentAt != null);
        if (day is { } on)
        {
            var from = PlusClock.InstantOf(on, TimeOnly.MinValue).ToUniversalTime();
            var to = PlusClock.InstantOf(on.AddDays(1), TimeOnly.MinValue).ToUniversalTime();
            copies = copies.Where(r => r.SentAt >= from && r.SentAt < to);
        }
        else
        {
            copies = copies.Where(r => r.State == DeliveryState.Sent);
        }

        return from copy in copies
            join document in documents on copy.DocumentId equals document.Id
            orderby document.SeriesYear, document.Ordinal, copy.Id
            select new PostRow(
                document.Id,
                document.ClientId,
                document.Number ?? "–",
                document.Kind,
                copy.Name,
                copy.PostalAddress,
                copy.SentAt,
                copy.State
            );
    }
}
