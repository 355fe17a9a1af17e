using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Contacts.Rooms;

/// <summary>The rooms of one's offices.</summary>
[RequiresPermission(ContactsModule.ManageRooms)]
[KeepsDraft("contacts.rooms")]
internal sealed class RoomsPage(PlusDb db, RoomHandler handler, StaffAccessor staff) : SectionFormPage
{
    [BindProperty]
    public Guid Office { get; set; }

    [BindProperty]
    [StringLength(100)]
    public string? Name { get; set; }

    [BindProperty]
    public Guid Room { get; set; }

    public IReadOnlyList<(Office Office, IReadOnlyList<Room> Rooms)> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Offices.Select(o => new Choice(o.Office.Id.ToString(), o.Office.Name))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "contacts.rooms.nameMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(new OfficeId(Office), Name!, Ct);
        return done.Done ? Done("contacts.rooms.added") : await RefusedAsync(done.Refusal);
    }

    public async Task<IActionResult> OnPostRetireAsync()
    {
        var done = await handler.RetireAsync(Room, Version, Ct);
        return done.Done ? Done("contacts.rooms.retired") : await RefusedAsync(done.Refusal);
    }

    protected override string FieldOf(Kernel.Results.Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        var mine = staff.Current.Offices;
        var offices = await db.Set<Office>().Where(o => mine.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(Ct);
        var rooms = await db.Set<Room>()
            .AsNoTracking()
            .Where(r => mine.Contains(r.OfficeId) && r.Active)
            .OrderBy(r => r.Name)
            .ToListAsync(Ct);
        Offices = [.. offices.Select(o => (o, (IReadOnlyList<Room>)[.. rooms.Where(r => r.OfficeId == o.Id)]))];
        if (Office == Guid.Empty && Offices.Count > 0)
        {
            Office = Offices[0].Office.Id.Value;
        }

        return true;
    }

    private LocalRedirectResult Done(string text)
    {
        Flash.Success(text);
        return LocalRedirect("/contacts/rooms");
    }
}
