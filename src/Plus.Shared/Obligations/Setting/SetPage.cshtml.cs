using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Obligations;
using Plus.Shared.Access;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Setting;

/// <summary>Sets an obligation in a section.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.set", Subject = "id")]
internal sealed class SetPage(
    SectionReader reader,
    SetObligationHandler handler,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : SectionFormPage, IObligationFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ObligationInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public bool MayNamePeople => staff.Current.May(SpecialCategories.Victims);

    public IReadOnlyList<Choice> Kinds =>
        ObligationWords.Choices(T, "law.obligation.", ObligationKinds.Of(View.Section.Measure).Select(k => k.Code));

    public IReadOnlyList<Choice> Sources =>
        ObligationWords.Choices(T, "law.set_by.", ObligationSource.Of(View.Section.Measure));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState, "Input.", MayNamePeople) is not { } terms || !ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.SetAsync(new SectionId(Id), terms, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.set.done");
        return LocalRedirect($"/obligations/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, ObligationsModule.Set, Ct) is not { } view
            || !view.Section.IsOpen
            || ObligationKinds.RegimeOf(view.Section.Measure) is null
        )
        {
            return false;
        }

        await views.ConsultAsync(ObligationsModule.Set, view.Client.Id, id, Ct);
        View = view;
        await heading.ShowAsync(view, T["obligations.set.title"], Ct);
        return true;
    }
}

/// <summary>A page with the fields of an obligation's terms.</summary>
internal interface IObligationFormPage
{
    ObligationInput Input { get; }

    /// <summary>Whether whom a ban on contact names may be seen and written.</summary>
    bool MayNamePeople { get; }

    /// <summary>Codes of the kinds that ask a part: its fields are shown only for these.</summary>
    static string Asking(ObligationParts part) =>
        "Input.Kind=" + string.Join('|', ObligationKinds.All.Where(k => k.Asks(part)).Select(k => k.Code));
}
