using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Profile;

/// <summary>What PLUS holds of the person who is logged in, and the way to change the password.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class ProfilePage(PlusDb db, StaffAccessor staff, PostList posts) : PageModel
{
    public Staff Person { get; private set; } = null!;

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    public bool HasSecondFactor { get; private set; }

    public int Passkeys { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var id = staff.Current.Id!.Value;
        Person = await db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        HasSecondFactor = await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == id, ct);
        Passkeys = await db.Set<Passkey>().CountAsync(p => p.StaffId == id, ct);
        Posts = await posts.OfAsync(id, mayEnd: false, ct);
    }
}
