using Plus.Kernel.Access;
using Plus.Shared.Home;

namespace Plus.Shared.Documents.Lists;

/// <summary>Tells a person what waits to be agreed and to be signed, and what did not arrive.</summary>
internal sealed class DocumentsThatWait(DocumentList list, StaffAccessor staff) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        var (person, lines) = (staff.Current, new List<HomeLine>());
        var (agrees, signs, sends) = (
            person.May(DocumentPermissions.Agree),
            person.May(DocumentPermissions.Sign),
            person.May(DocumentPermissions.Send)
        );
        if (!person.May(DocumentPermissions.View) || !(agrees || signs || sends))
        {
            return lines;
        }

        var waiting = await list.WaitingAsync(ct);
        if (agrees && waiting.ToAgree > 0)
        {
            lines.Add(new("documents.home.agree", "/documents?of=agree", false, ("count", waiting.ToAgree)));
        }

        if (signs && waiting.ToSign > 0)
        {
            lines.Add(new("documents.home.sign", "/documents?of=sign", false, ("count", waiting.ToSign)));
        }

        if (sends && waiting.Failed > 0)
        {
            lines.Add(new("documents.home.failed", "/documents?of=mine&state=failed", true, ("count", waiting.Failed)));
        }

        return lines;
    }
}
