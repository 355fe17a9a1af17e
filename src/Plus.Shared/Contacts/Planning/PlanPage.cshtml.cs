using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Norms;
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
    ContactKinds kinds,
    NormReader norms,
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

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    /// <summary>Codes of the kinds that ask where, and of those held in a room; as the form's script wants them.</summary>
    public string WithPlace { get; private set; } = "";

    public string WithRoom { get; private set; } = "";

    public NextContact? Proposal { get; private set; }

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    /// <param name="day">Day chosen in the calendar.</param>
    /// <param name="time">Time chosen there.</param>
    public async Task<IActionResult> OnGetAsync(DateOnly? day, string? time)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Day = day ?? Proposal?.Day;
        Input.Time = time;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read(await kinds.ReadAsync(Ct), ModelState, "Input.") is not { } time)
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
        var all = (await kinds.ReadAsync(Ct)).Where(k => k.Active).ToList();
        Kinds = [.. all.Select(k => new Choice(k.Code, T["contacts.kind." + k.Code]))];
        WithPlace = string.Join('|', all.Where(k => k.AsksPlace).Select(k => k.Code));
        WithRoom = string.Join('|', all.Where(k => k.InOffice).Select(k => k.Code));
        Rooms = await contacts.RoomsAsync(view.Section.OfficeId, Ct);
        Proposal = await norms.NextAsync(id, Ct);
        await heading.ShowAsync(view, T["contacts.plan.title"], Ct);
        return true;
    }
}
