using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.OpenedInNeed;

/// <summary>Asks for a record outside one's reach, with purpose and reason.</summary>
[RequiresPermission(AccessPermissions.OpenInNeed)]
internal sealed class OpenInNeedPage(OpenInNeedHandler handler, Texts texts, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    public string Number { get; set; } = "";

    [BindProperty]
    [Required]
    public string Purpose { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(1000, MinimumLength = 10, ErrorMessage = "access.opening.reasonTooShort")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<Choice> Choices => [.. Purposes.All.Select(p => new Choice(p, texts["access.purpose." + p]))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.AskAsync(Number, Purpose, Reason, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        if (done.Value is { } client)
        {
            flash.Success("access.opening.open", ("hours", (int)Purposes.Time.TotalHours));
            return LocalRedirect($"/clients/{client}");
        }

        flash.Success("access.opening.waits");
        return LocalRedirect("/open-in-need");
    }
}
