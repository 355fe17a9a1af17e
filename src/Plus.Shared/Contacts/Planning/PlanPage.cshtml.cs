using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Recording;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Contacts.Planning;

/// <summary>Plans the next contact of a section.</summary>
[RequiresPermission(ContactsModule.Record)]
[KeepsDraft("contacts.plan", Subject = "id")]
internal sealed class PlanPage(
    SectionReader reader,
    PlanContactHandler handler,
    ContactReader contacts,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AppointmentInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds =>
        [.. ContactKinds.All.Select(k => new Choice(k.Code, T["contacts.kind." + k.Code]))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(ModelState, "Input.") is not { } time)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(new SectionId(Id), time, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        if (!await LoadAsync())
        {
            return NotFound();
        }

        var touching = await contacts.TouchingAsync(done.Value, View.Section.OfficeId, Ct);
        if (touching.Count > 0)
        {
            Flash.Warning("contacts.plan.doneButTouching", ("at", done.Value.PlannedAt), ("other", touching[0].At));
        }
        else
        {
            Flash.Success("contacts.plan.done", ("at", done.Value.PlannedAt));
        }

        return LocalRedirect(doors.OfCode(View.Section.Function).SectionHref(View.Section.Id));
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, ContactsModule.Record, Ct) is not { } view || !view.Section.IsOpen)
        {
            return false;
        }

        await views.ConsultAsync(ContactsModule.Record, view.Client.Id, id, Ct);
        View = view;
        await heading.ShowAsync(view, T["contacts.plan.title"], Ct);
        return true;
    }
}
