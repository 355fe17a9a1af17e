using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>A form of a section's monitoring: what was typed is checked, written, and answered with a line.</summary>
/// <typeparam name="TInput">What the form asks.</typeparam>
public abstract class MonitoringInputPage<TInput>(
    SectionReader reader,
    MonitoringReader monitoring,
    ViewLog views,
    SectionHead heading
) : MonitoringFormPage(reader, monitoring, views, heading)
    where TInput : new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>Key of the line that says it was saved.</summary>
    protected abstract string SavedKey { get; }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await SaveAsync();
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(SavedKey);
        return LocalRedirect(Href);
    }

    /// <summary>What the binding alone does not see, noted at the fields.</summary>
    protected virtual void Check() { }

    protected abstract Task<Outcome<Unit>> SaveAsync();

    protected void Must(bool holds, string field, string missing)
    {
        if (!holds)
        {
            ModelState.AddModelError("Input." + field, missing);
        }
    }

    protected IReadOnlyList<Choice> Choices(string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(c => new Choice(c, T[prefix + c]))];
}
