using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Results;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Editing;

/// <summary>A page with a form: refusals become a missing page, a conflict, or words at the field they belong to.</summary>
public abstract class SectionFormPage : PageModel
{
    /// <summary>The version of the record the form was filled in against.</summary>
    [BindProperty]
    public uint Version { get; set; }

    protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    protected Flash Flash => HttpContext.RequestServices.GetRequiredService<Flash>();

    protected CancellationToken Ct => HttpContext.RequestAborted;

    /// <summary>Fills what the page shows beside the form; false when there is no such record.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>The version as it is stored now; the form carries it after a conflict was shown.</summary>
    protected virtual uint StoredVersion => 0;

    /// <summary>Shows the page, or the missing page.</summary>
    protected async Task<IActionResult> ShowAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Shows the page again with what stands against it.</summary>
    protected async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        switch (refusal.Kind)
        {
            case RefusalKind.NotFound:
                return NotFound();
            case RefusalKind.Forbidden:
                return Forbid();
            case RefusalKind.Conflict:
                if (!await LoadAsync())
                {
                    return NotFound();
                }

                HttpContext.RequestServices.GetRequiredService<PageHead>().Conflict = new VersionConflict(
                    StoredVersion.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    null,
                    null,
                    []
                );
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                ModelState.AddModelError(FieldOf(refusal), LawWords.Of(T, refusal));
                return await ShowAsync();
        }
    }

    /// <summary>Name of the form's field that a refusal speaks of.</summary>
    protected virtual string FieldOf(Refusal refusal) => refusal.Field is { } field ? "Input." + field : "";
}
