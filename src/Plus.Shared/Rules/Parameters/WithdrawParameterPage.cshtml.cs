using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Rules.Parameters;

/// <summary>Take an override of a parameter back, seeing first what moves.</summary>
[RequiresPermission(RulesModule.Change)]
internal sealed class WithdrawParameterPage(PlusDb db, WithdrawParameterHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string Reason { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    public ParameterOverride Held { get; private set; } = null!;

    public EffectOfRules Effect { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Version = Held.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.WithdrawAsync(id, Reason, Version, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("rules.parameter.withdrawn", ("count", done.Value));
        return LocalRedirect("/rules/parameters/" + Held.Code);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var held = await db.Set<ParameterOverride>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id && p.WithdrawnAt == null, ct);
        if (held is null)
        {
            return false;
        }

        Held = held;
        Effect = await handler.PreviewAsync(id, ct);
        return true;
    }
}
