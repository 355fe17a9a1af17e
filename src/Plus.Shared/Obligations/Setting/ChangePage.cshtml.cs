using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Access;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Setting;

/// <summary>Changes an obligation by a new decision: the old one ends on the day before the new one begins.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.change", Subject = "id")]
internal sealed class ChangePage(
    SectionReader reader,
    ObligationReader obligations,
    SetObligationHandler handler,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : ObligationFormPage(reader, obligations, views, heading), IObligationFormPage
{
    [BindProperty]
    public ObligationInput Input { get; set; } = new();

    [BindProperty]
    [StringLength(2_000)]
    public string? Reason { get; set; }

    public bool MayNamePeople => staff.Current.May(SpecialCategories.Victims);

    protected override string StepKey => "obligations.change.title";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = ObligationInput.Of(Obligation, await Obligations.PeopleAsync(Id, Ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState, "Input.", MayNamePeople) is not { } terms || !ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ChangeAsync(Id, terms, Reason ?? "", Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.change.done");
        return LocalRedirect($"/obligations/{done.Value}");
    }

    protected override string FieldOf(Kernel.Results.Refusal refusal) =>
        refusal.Field == nameof(Reason) ? nameof(Reason) : base.FieldOf(refusal);
}
