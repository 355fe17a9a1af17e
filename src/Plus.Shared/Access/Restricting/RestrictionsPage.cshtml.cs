using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Restricting;

/// <summary>Who is closed to whom, until when and why; closes and opens.</summary>
[RequiresPermission(AccessPermissions.Restrict)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RestrictionsPage(
    RestrictHandler handler,
    ViewLog views,
    PlusClock clock,
    Texts texts,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required]
    public string Number { get; set; } = "";

    [BindProperty]
    [Required]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string? People { get; set; }

    [BindProperty]
    [Required]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? To { get; set; }

    public IReadOnlyList<RestrictionLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [
            .. Enum.GetValues<RestrictionKind>()
                .Select(CodeConversion.CodeOf)
                .Select(k => new Choice(
                    k,
                    texts["access.restriction.kind." + k],
                    texts["access.restriction.kindHint." + k]
                )),
        ];

    public IReadOnlyList<Choice> ReasonChoices =>
        [.. RestrictHandler.Reasons.Select(r => new Choice(r, texts["access.restriction.reason." + r]))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        From = clock.Today;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.Unfinished();
        }

        var done = await handler.RestrictAsync(
            Number,
            Kind switch
            {
                "exclude" => RestrictionKind.Exclude,
                "protected" => RestrictionKind.Protected,
                _ => RestrictionKind.Only,
            },
            People ?? "",
            Reason,
            Note,
            From!.Value,
            To!.Value,
            ct
        );
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("access.restriction.done");
        return LocalRedirect("/access/restrictions");
    }

    public async Task<IActionResult> OnPostLiftAsync([FromForm] Guid id, [FromForm] uint version, CancellationToken ct)
    {
        ModelState.Clear();
        var done = await handler.LiftAsync(id, version, ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("access.restriction.lifted");
        return LocalRedirect("/access/restrictions");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Lines = await handler.ListAsync(ct);
        await views.ListAsync(AccessPermissions.Restrict, Lines.Select(l => l.Restriction.ClientId), ct);
    }
}
