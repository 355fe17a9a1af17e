using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Kinds;

/// <summary>The kinds of contact and how each behaves.</summary>
[RequiresPermission(ContactsModule.ChangeKinds)]
internal sealed class KindsPage(ContactKinds kinds) : PageModel
{
    public IReadOnlyList<ContactKind> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Kinds = await kinds.ReadAsync(ct);
}
