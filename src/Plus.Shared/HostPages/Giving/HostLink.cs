using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Outbox;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Partners.Records;
using Plus.Web.Language;

namespace Plus.Shared.HostPages.Giving;

/// <summary>
/// The mail with the link of a contact person. The token is made when the mail leaves and stands nowhere else; who gives
/// the access sees the code alone.
/// </summary>
internal sealed class HostLink(PlusDb db, PlusClock clock, TextCatalog words) : OutboxKind
{
    public const string KindCode = "hostPages.link";

    private byte[]? _made;

    public override string Code => KindCode;

    public override async Task<OutboxParcel?> ContentAsync(OutboxMessage message, CancellationToken ct)
    {
        var found = await (
            from a in db.Set<HostAccess>().AsNoTracking()
            join c in db.Set<HostContact>() on a.ContactId equals c.Id
            where a.Id == message.SubjectId
            select new
            {
                Access = a,
                c.Name,
                c.Email,
            }
        ).SingleAsync(ct);
        if (!found.Access.OpensAt(clock.Now) || found.Email is not { } email)
        {
            return null;
        }

        var token = AccessLinks.NewToken();
        _made = AccessLinks.HashOf(token);
        var texts = words.In(PageLanguage.Latvian);
        return new OutboxParcel(
            message.Id,
            email,
            found.Name,
            texts["hostPages.mail.headline"],
            texts[
                "hostPages.mail.body",
                ("link", $"{found.Access.Origin}{HostSession.Root}/enter/{token}"),
                ("until", found.Access.ExpiresAt)
            ],
            []
        );
    }

    public override async Task<ProcessStart?> SettleAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.State != OutboxState.Sent || _made is not { } hash)
        {
            return null;
        }

        var access = await db.Set<HostAccess>().SingleAsync(a => a.Id == message.SubjectId, ct);
        access.Linked(hash);
        return new ProcessStart(HostPagesModule.LinkSent) { Subject = access.Id };
    }
}
