using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Looking;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Editing;

/// <summary>A page with a form: refusals become a missing page, a conflict, or words at the field they belong to.</summary>
public abstract class SectionFormPage : PageModel
{
    /// <summary>The version of the record the form was filled in against.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>What stood against the form, when it is shown again.</summary>
    public Refusal? Met { get; private set; }

    protected Texts T => Service<Texts>();

    protected Flash Flash => Service<Flash>();

    protected CancellationToken Ct => HttpContext.RequestAborted;

    /// <summary>Fills what the page shows beside the form; false when there is no such record.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>The version as it is stored now; the form carries it after a conflict was shown.</summary>
    protected virtual uint StoredVersion => 0;

    /// <summary>The record whose version the form carries, and whose it is; for the words after a conflict.</summary>
    protected virtual (ClientId? Client, Guid Record) Edited => (null, Guid.Empty);

    /// <summary>
    /// Puts what is saved now into the form's model, after a conflict: the controls go on showing what was typed and say
    /// both. Nothing to do where the form shows nothing of the record.
    /// </summary>
    protected virtual void ShowSaved() { }

    /// <summary>Shows the page, or the missing page.</summary>
    protected async Task<IActionResult> ShowAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Shows the page again with what stands against it.</summary>
    protected async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        Met = refusal;
        switch (refusal.Kind)
        {
            case RefusalKind.NotFound:
                return NotFound();
            case RefusalKind.Forbidden:
                return Forbid();
            case RefusalKind.Conflict:
                // What was typed stands in the records read before; the comparison needs them as they are saved.
                Service<PlusDb>().ChangeTracker.Clear();
                if (!await LoadAsync())
                {
                    return NotFound();
                }

                ShowSaved();
                var (client, record) = Edited;
                Service<PageHead>().Conflict = await Service<LastChange>()
                    .ConflictAsync(client, record, StoredVersion, [], Ct);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                ModelState.AddModelError(FieldOf(refusal), LawWords.Of(T, refusal));
                return await ShowAsync();
        }
    }

    /// <summary>Name of the form's field that a refusal speaks of.</summary>
    protected virtual string FieldOf(Refusal refusal) => refusal.Field is { } field ? "Input." + field : "";

    private TService Service<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();
}
