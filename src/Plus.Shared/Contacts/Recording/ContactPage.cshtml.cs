using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Norms;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Contacts.Recording;

/// <summary>
/// A contact: its outcome, a note and the next appointment on one page, with the failures of the last twelve months
/// beside. Recorded ones are shown.
/// </summary>
[RequiresPermission(ContactsModule.View)]
[KeepsDraft("contacts.outcome", Subject = "id")]
internal sealed class ContactPage(
    SectionReader sections,
    ContactReader reader,
    RecordContactHandler handler,
    ContactKinds kinds,
    NormReader norms,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    private const int LongestSeconds = 3600;

    /// <summary>What can be said of a contact with the client: two facts and why the client did not come.</summary>
    public static IReadOnlyList<string> Outcomes { get; } =
    ["complied", "notComplied", "unjustified", "justified", "waitingForEvidence"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OutcomeInput Input { get; set; } = new();

    public Contact Contact { get; private set; } = null!;

    public ContactKind Kind { get; private set; } = null!;

    public SectionView View { get; private set; } = null!;

    /// <summary>When the next contact is due by the level of risk.</summary>
    public NextContact? Proposal { get; private set; }

    public IReadOnlyList<Failure> Failures { get; private set; } = [];

    public IReadOnlyList<Touching> Touching { get; private set; } = [];

    /// <summary>The instant the page was opened, in seconds: how long recording takes is measured.</summary>
    public long OpenedAt => clock.Now.ToUnixTimeSeconds();

    public bool Waiting => Contact is { State: ContactState.Missed, AbsenceReason: "waitingForEvidence" };

    public bool MayRecord =>
        staff.Current.May(ContactsModule.Record)
        && (Waiting || (Contact.State == ContactState.Planned && PlusClock.DayOf(Contact.PlannedAt) <= clock.Today));

    /// <summary>Where an invitation to it is made; null when none is.</summary>
    public string? InviteHref =>
        MayMove && staff.Current.May("documents.work")
            ? $"/clients/{Contact.ClientId}/documents/make?section={View.Section.Id}"
            : null;

    public bool MayMove => staff.Current.May(ContactsModule.Record) && Contact.State == ContactState.Planned;

    public IReadOnlyList<Choice> Choices =>
        [
            .. Outcomes
                .Where(o => !Waiting || o is "justified" or "unjustified")
                .Select(o => new Choice(o, T["contacts.choice." + o])),
        ];

    protected override uint StoredVersion => Contact.Version;

    protected override (ClientId? Client, Guid Record) Edited => (Contact.ClientId, Contact.Id.Value);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Time ??= PlusClock
            .LocalOf(Contact.PlannedAt)
            .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!staff.Current.May(ContactsModule.Record))
        {
            return Forbid();
        }

        if (await handler.TakeAsync(new ContactId(Id), Ct) is not { } taken)
        {
            return NotFound();
        }

        await SeenAsync(taken.Contact, taken.Section.Id);
        if (Kind.AsksAttendance && !Outcomes.Contains(Input.Outcome))
        {
            ModelState.AddModelError("Input.Outcome", "contacts.record.outcomeMissing");
        }

        var next = await NextAsync();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.RecordAsync(taken, OutcomeOf(next), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(
            next is null ? "contacts.record.done" : "contacts.record.doneWithNext",
            ("next", next?.Day),
            ("time", next?.Time)
        );
        // Nothing is left to do when the client did what was to be done and the next time is agreed.
        return LocalRedirect(next is not null && done.Value.Complied == true ? "/" : $"/contacts/{Id}/then");
    }

    private async Task<PlannedTime?> NextAsync()
    {
        if (Input.Day is null && ModelState["Input.Day"] is not { Errors.Count: > 0 })
        {
            return null;
        }

        var typed = new AppointmentInput
        {
            Kind = Contact.Kind,
            Day = Input.Day,
            Time = Input.Time,
            Minutes = Contact.Minutes,
            Place = Contact.Place,
            Room = Contact.RoomId,
        };
        return typed.Read(await kinds.ReadAsync(Ct), ModelState, "Input.");
    }

    private ContactOutcome OutcomeOf(PlannedTime? next)
    {
        var seconds = (int)Math.Clamp(clock.Now.ToUnixTimeSeconds() - Input.OpenedAt, 0, LongestSeconds);
        var came = !Kind.AsksAttendance || Input.Outcome is "complied" or "notComplied";
        return new ContactOutcome(
            came,
            came ? Input.Outcome != "notComplied" : null,
            came ? null : Input.Outcome,
            string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim(),
            next,
            Input.OpenedAt > 0 ? seconds : null
        );
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await FindAsync())
        {
            return false;
        }

        Proposal = MayRecord && !Waiting ? await norms.NextAsync(View.Section.Id, Ct) : null;
        Failures = await reader.FailuresAsync(View.Client.Id, Ct);
        Touching =
            Contact.State == ContactState.Planned ? await reader.TouchingAsync(Contact, View.Section.OfficeId, Ct) : [];
        await heading.ShowAsync(View, T["contacts.record.title"], Ct);
        return true;
    }

    /// <summary>The contact and its section as they are shown.</summary>
    private async Task<bool> FindAsync()
    {
        if (
            await reader.FindAsync(new ContactId(Id), ContactsModule.View, Ct) is not { } found
            || await sections.FindAsync(found.Section, ContactsModule.View, Ct) is not { } view
        )
        {
            return false;
        }

        View = view;
        await SeenAsync(found.Contact, found.Section);
        return true;
    }

    /// <summary>Logs the view, once for a request, before anything is shown or said.</summary>
    private async Task SeenAsync(Contact contact, SectionId section)
    {
        if (Contact is null)
        {
            await views.ConsultAsync(ContactsModule.View, contact.ClientId, section, Ct);
        }

        Contact = contact;
        Kind = await kinds.FindAsync(contact.Kind, Ct) ?? (await kinds.ReadAsync(Ct))[0];
    }
}

/// <summary>What the form asks.</summary>
internal sealed class OutcomeInput
{
    public string? Outcome { get; set; }

    [StringLength(10_000)]
    public string? Note { get; set; }

    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    public long OpenedAt { get; set; }
}
