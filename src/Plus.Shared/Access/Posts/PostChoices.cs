using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Access.Posts;

/// <summary>The offices and roles that the person acting may give.</summary>
internal sealed class PostChoices(PlusDb db, PlusClock clock, StaffAccessor staff, StaffScope scope, Texts texts)
{
    public async Task<IReadOnlyList<Choice>> OfficesAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var open = await db.Set<Office>()
            .AsNoTracking()
            .Where(o => o.To == null || o.To >= today)
            .OrderBy(o => o.Name)
            .ToListAsync(ct);
        return
        [
            .. open.Where(o => scope.Reaches(AccessPermissions.StaffManage, o.Id))
                .Select(o => new Choice(o.Id.ToString(), o.Name)),
        ];
    }

    public async Task<IReadOnlyList<Choice>> RolesAsync(CancellationToken ct)
    {
        var reach = staff.Current.ScopeOf(AccessPermissions.StaffManage);
        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(ct);
        return
        [
            .. roles
                .Where(r => r.Scope <= reach)
                .Select(r => new Choice(r.Code, texts["role." + r.Code]))
                .OrderBy(c => c.Text, StringComparer.Create(texts.Language.Culture, ignoreCase: true)),
        ];
    }
}
