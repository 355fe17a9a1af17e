using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Recording;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Contacts.Groups;

/// <summary>Plans a group session with several of one's own clients.</summary>
[RequiresPermission(ContactsModule.Record)]
[KeepsDraft("contacts.group")]
internal sealed class GroupPlanPage(
    GroupHandler handler,
    ContactKinds kinds,
    ContactReader contacts,
    StaffAccessor staff,
    ViewLog views
) : SectionFormPage
{
    private const int Fewest = 2;

    [BindProperty]
    public List<Guid> Sections { get; set; } = [];

    [BindProperty]
    public AppointmentInput Input { get; set; } = new() { Minutes = 90 };

    public IReadOnlyList<Choice> Candidates { get; private set; } = [];

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Sections.Distinct().Count() < Fewest)
        {
            ModelState.AddModelError(nameof(Sections), "contacts.group.tooFew");
        }

        Input.Kind = "office";
        if (Input.Read(await kinds.ReadAsync(Ct), ModelState, "Input.") is not { } time)
        {
            return await ShowAsync();
        }

        var done = await handler.PlanAsync([.. Sections.Select(s => new SectionId(s))], time, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.group.planned", ("count", Sections.Count), ("day", time.Day));
        return LocalRedirect($"/contacts/group/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var found = await handler.CandidatesAsync(Ct);
        await views.ListAsync(ContactsModule.Record, found.Select(c => c.Client), Ct);
        Candidates = [.. found.Select(c => new Choice(c.Section.ToString(), c.Name, T["law.measure." + c.Measure]))];
        Rooms = staff.Current.Offices.Count == 1 ? await contacts.RoomsAsync(staff.Current.Offices[0], Ct) : [];
        return true;
    }
}
