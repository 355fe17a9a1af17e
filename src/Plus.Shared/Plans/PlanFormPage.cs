using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Obligations;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Web.Controls;

namespace Plus.Shared.Plans;

/// <summary>What the pages of a plan share: a section of supervision or observation within reach, its plan, the log.</summary>
public abstract class PlanFormPage(SectionReader reader, PlanReader plans, ViewLog views, SectionHead heading)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public PlanView Plan { get; private set; } = null!;

    public string Href => $"/sections/{Id}/plan";

    protected SectionId Section => new(Id);

    protected abstract string StepKey { get; }

    protected virtual string Part => PlansModule.Work;

    protected virtual bool Fits => View.Section.IsOpen;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    protected IReadOnlyList<Choice> Choices(IEnumerable<string> codes, string key) =>
        [.. codes.Select(c => new Choice(c, T[key + c]))];

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
            || ObligationKinds.RegimeOf(view.Section.Measure) is null
        )
        {
            return false;
        }

        View = view;
        if (!Fits)
        {
            return false;
        }

        Plan = await plans.ReadAsync(Section, Ct);
        await views.ConsultAsync(Part, view.Client.Id, Section, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
