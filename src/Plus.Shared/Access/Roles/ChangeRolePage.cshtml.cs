using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Roles;

/// <summary>Change what a role may do and how far.</summary>
[RequiresPermission(AccessPermissions.RolesChange)]
[KeepsDraft("access.changeRole", Subject = "code")]
internal sealed class ChangeRolePage(
    PlusDb db,
    ChangeRoleHandler handler,
    RoleMatrix matrix,
    PlusClock clock,
    PageHead head,
    Texts texts,
    Flash flash
) : PageModel
{
    [BindProperty]
    public string[] Permissions { get; set; } = [];

    [BindProperty]
    [Required]
    public AccessScope? Scope { get; set; }

    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string Reason { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    public string Code { get; private set; } = "";

    /// <summary>People who hold the role today.</summary>
    public int Holders { get; private set; }

    public IReadOnlyList<Choice> All =>
        [.. matrix.Groups.SelectMany(g => g.Permissions).Select(p => new Choice(p, texts["permission." + p]))];

    public IReadOnlyList<Choice> Scopes =>
        [
            .. new[] { AccessScope.Own, AccessScope.Office, AccessScope.Region, AccessScope.Service }.Select(
                s => new Choice(s.ToString(), Words(s))
            ),
        ];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not { } role)
        {
            return NotFound();
        }

        (Permissions, Scope, Version) = (role.Permissions, role.Scope, role.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.ChangeAsync(code, Permissions, Scope!.Value, Reason, Version, ct);
        if (done.Done)
        {
            flash.Success("access.role.changed");
            return LocalRedirect("/access/roles");
        }

        if (done.Refusal.Kind == RefusalKind.Conflict && await FindAsync(code, ct) is { } now)
        {
            head.Conflict = ConflictWith(now);
        }

        return this.Refused(done.Refusal);
    }

    private VersionConflict ConflictWith(Role now) =>
        new(
            now.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            null,
            null,
            [
                new(texts["access.roles.scope"], Words(now.Scope), Words(Scope!.Value)),
                .. now
                    .Permissions.Union(Permissions, StringComparer.Ordinal)
                    .Where(p => now.Permissions.Contains(p) != Permissions.Contains(p))
                    .Select(p => new FieldConflict(
                        texts["permission." + p],
                        texts[now.Permissions.Contains(p) ? "access.roles.yes" : "access.roles.no"],
                        texts[Permissions.Contains(p) ? "access.roles.yes" : "access.roles.no"]
                    )),
            ]
        );

    private string Words(AccessScope scope) => texts["access.scope." + CodeConversion.CodeOf(scope)];

    private async Task<Role?> FindAsync(string code, CancellationToken ct)
    {
        var today = clock.Today;
        Code = code;
        Holders = await db.Set<StaffPost>()
            .Where(p => p.RoleCode == code && p.From <= today && (p.To == null || p.To >= today))
            .Select(p => p.StaffId)
            .Distinct()
            .CountAsync(ct);
        return await db.Set<Role>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct);
    }
}
