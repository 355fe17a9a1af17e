using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Contacts.Recording;

/// <summary>Moves a planned contact to another time or cancels it; who asked for it is kept.</summary>
[RequiresPermission(ContactsModule.Record)]
[KeepsDraft("contacts.move", Subject = "id")]
internal sealed class MovePage(
    SectionReader sections,
    ContactReader reader,
    ContactKinds kinds,
    RecordContactHandler handler,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AppointmentInput Input { get; set; } = new();

    /// <summary>staff or client.</summary>
    [BindProperty]
    public string? ChangedBy { get; set; }

    private OfficeId? _office;

    public Contact Contact { get; private set; } = null!;

    public IReadOnlyList<Choice> Who =>
        [new("client", T["contacts.changedBy.client"]), new("staff", T["contacts.changedBy.staff"])];

    protected override uint StoredVersion => Contact.Version;

    protected override (ClientId? Client, Guid Record) Edited => (Contact.ClientId, Contact.Id.Value);

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    /// <summary>Whom the client must not meet and would be near at the time chosen in the calendar.</summary>
    public IReadOnlyList<Touching> Touching { get; private set; } = [];

    /// <param name="day">Day chosen in the calendar.</param>
    /// <param name="time">Time chosen there.</param>
    public async Task<IActionResult> OnGetAsync(DateOnly? day, string? time)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Day = day;
        Input.Room = Contact.RoomId;
        Input.Time =
            time
            ?? PlusClock
                .LocalOf(Contact.PlannedAt)
                .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await WarnAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        AskWho();
        Input.Kind = Contact.Kind;
        Input.Minutes = Contact.Minutes;
        Input.Place ??= Contact.Place;
        if (Input.Read(await kinds.ReadAsync(Ct), ModelState, "Input.") is not { } time)
        {
            return Page();
        }

        var done = await handler.MoveAsync(new ContactId(Id), time, ChangedBy!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.move.done", ("at", done.Value.PlannedAt));
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ModelState.Remove("Input.Day");
        AskWho();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await handler.CancelAsync(new ContactId(Id), ChangedBy!, null, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.move.cancelled");
        return LocalRedirect("/");
    }

    private async Task WarnAsync()
    {
        if (Input.Day is { } day && TypedTime.TryRead(Input.Time, out var time))
        {
            var moved = new Contact(
                Contact.Id,
                Contact.ClientId,
                Contact.SectionId,
                Contact.Kind,
                PlusClock.InstantOf(day, time),
                Contact.Minutes,
                null
            );
            Touching = await reader.TouchingAsync(moved, _office, Ct);
        }
    }

    private void AskWho()
    {
        if (ChangedBy is not ("staff" or "client"))
        {
            ModelState.AddModelError(nameof(ChangedBy), "contacts.move.byMissing");
        }
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.FindAsync(new ContactId(Id), ContactsModule.Record, Ct) is not { } found
            || found.Contact.State != ContactState.Planned
            || await sections.FindAsync(found.Section, ContactsModule.Record, Ct) is not { } view
        )
        {
            return false;
        }

        await views.ConsultAsync(ContactsModule.Record, view.Client.Id, found.Section, Ct);
        Contact = found.Contact;
        _office = view.Section.OfficeId;
        Rooms = (await kinds.FindAsync(Contact.Kind, Ct))?.InOffice == true ? await reader.RoomsAsync(_office, Ct) : [];
        await heading.ShowAsync(view, T["contacts.move.title"], Ct);
        return true;
    }
}
