using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Shared.Documents.Records;
using Plus.Shared.Home;

namespace Plus.Shared.Documents.Lists;

/// <summary>Tells a person what waits to be agreed and to be signed, and what did not arrive.</summary>
internal sealed class DocumentsThatWait(DocumentList list, StaffAccessor staff) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        var lines = new List<HomeLine>();
        if (!staff.Current.May(DocumentPermissions.View))
        {
            return lines;
        }

        if (staff.Current.May(DocumentPermissions.Agree) && await CountAsync("agree", null, ct) is > 0 and var agree)
        {
            lines.Add(new("documents.home.agree", "/documents?of=agree", false, ("count", agree)));
        }

        if (staff.Current.May(DocumentPermissions.Sign) && await CountAsync("sign", null, ct) is > 0 and var sign)
        {
            lines.Add(new("documents.home.sign", "/documents?of=sign", false, ("count", sign)));
        }

        if (
            staff.Current.May(DocumentPermissions.Send)
            && await CountAsync("mine", DocumentState.Failed, ct) is > 0 and var failed
        )
        {
            lines.Add(new("documents.home.failed", "/documents?of=mine&state=failed", true, ("count", failed)));
        }

        return lines;
    }

    private Task<int> CountAsync(string of, DocumentState? state, CancellationToken ct) =>
        list.Filtered(new DocumentFilter(Of: of, State: state)).CountAsync(ct);
}
