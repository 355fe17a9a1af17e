using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Substituting;

/// <summary>Who stands in for whom, until when; arranges it and ends it sooner.</summary>
[RequiresPermission(AccessPermissions.Substitute)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SubstitutionsPage(SubstituteHandler handler, PlusClock clock, Texts texts, Flash flash)
    : PageModel
{
    /// <summary>Who is away, as typed.</summary>
    [BindProperty]
    [Required]
    public string Absent { get; set; } = "";

    /// <summary>Who was chosen from the suggestions; empty when the name was only typed.</summary>
    [BindProperty]
    public string? AbsentId { get; set; }

    [BindProperty]
    [Required]
    public string StandIn { get; set; } = "";

    [BindProperty]
    public string? StandInId { get; set; }

    [BindProperty]
    [Required]
    public string Reason { get; set; } = "";

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? To { get; set; }

    public IReadOnlyList<SubstitutionLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Reasons =>
        [.. SubstituteHandler.Reasons.Select(r => new Choice(r, texts["access.substitution.reason." + r]))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        From = clock.Today;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.ArrangeAsync(
            string.IsNullOrEmpty(AbsentId) ? Absent : AbsentId,
            string.IsNullOrEmpty(StandInId) ? StandIn : StandInId,
            From!.Value,
            To!.Value,
            Reason,
            ct
        );
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("access.substitution.done");
        return LocalRedirect("/access/substitutions");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid id, [FromForm] uint version, CancellationToken ct)
    {
        ModelState.Clear();
        var done = await handler.EndAsync(id, version, ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("access.substitution.ended");
        return LocalRedirect("/access/substitutions");
    }

    private async Task LoadAsync(CancellationToken ct) => Lines = await handler.ListAsync(ct);
}
