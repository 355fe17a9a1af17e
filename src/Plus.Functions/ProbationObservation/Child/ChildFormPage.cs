using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Sections;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>What the pages of a child under observation share: the section within reach, what is known, the log.</summary>
internal abstract class ChildFormPage(SectionReader reader, ChildReader children, ViewLog views, SectionHead heading)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public ChildView Child { get; private set; } = null!;

    public string Href => $"/functions/probation_observation/{Id}/child";

    protected SectionId Section => new(Id);

    protected abstract string StepKey { get; }

    protected virtual string Part => CasePermissions.Work;

    protected virtual bool Fits => View.Section.IsOpen;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected IReadOnlyList<Choice> Choices(IEnumerable<string> codes, string prefix) =>
        [.. codes.Select(c => new Choice(c, T[prefix + c]))];

    protected void Known(string field, string? code, IReadOnlyList<string> codes, string text)
    {
        if (!codes.Contains(code))
        {
            ModelState.AddModelError(field, text);
        }
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.FindAsync(Section, Part, Ct) is not { } view
            || view.Section.Measure != MeasureCode.ProbationObservation
        )
        {
            return false;
        }

        View = view;
        if (!Fits)
        {
            return false;
        }

        Child = await children.ReadAsync(Section, view.Client.Id, Ct);
        await views.ConsultAsync(Part, view.Client.Id, Section, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
