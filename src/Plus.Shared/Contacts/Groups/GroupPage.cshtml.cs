using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Recording;
using Plus.Shared.Contacts.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Contacts.Groups;

/// <summary>A group session: who came and who did what was to be done, on one page.</summary>
[RequiresPermission(ContactsModule.Record)]
[KeepsDraft("contacts.groupOutcome", Subject = "id")]
internal sealed class GroupPage(GroupHandler handler, ViewLog views, PlusClock clock) : SectionFormPage
{
    private const int LongestSeconds = 3600;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<MemberInput> Members { get; set; } = [];

    [BindProperty]
    [StringLength(10_000)]
    public string? Note { get; set; }

    [BindProperty]
    public long OpenedAt { get; set; }

    public IReadOnlyList<GroupMember> Found { get; private set; } = [];

    public long Opened => clock.Now.ToUnixTimeSeconds();

    public bool Begun => PlusClock.DayOf(Found[0].Contact.PlannedAt) <= clock.Today;

    public IReadOnlyList<Choice> Choices =>
        [.. ContactPage.Outcomes.Select(o => new Choice(o, T["contacts.choice." + o]))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Members =
        [
            .. Found
                .Where(m => m.Contact.State == ContactState.Planned)
                .Select(m => new MemberInput { Contact = m.Contact.Id.Value, Version = m.Contact.Version }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = Members
            .Where(m => ContactPage.Outcomes.Contains(m.Outcome))
            .Select(m => new MemberOutcome(new ContactId(m.Contact), m.Outcome!, m.Version))
            .ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "contacts.group.nothingChosen");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var seconds = (int)Math.Clamp(clock.Now.ToUnixTimeSeconds() - OpenedAt, 0, LongestSeconds);
        var done = await handler.RecordAsync(
            chosen,
            string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
            OpenedAt > 0 ? seconds : null,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.group.recorded", ("count", done.Value));
        return LocalRedirect($"/contacts/group/{Id}");
    }

    public string NameOf(MemberInput member) =>
        Found.FirstOrDefault(f => f.Contact.Id.Value == member.Contact)?.Name ?? "";

    protected override async Task<bool> LoadAsync()
    {
        Found = await handler.MembersAsync(Id, Ct);
        await views.ListAsync(ContactsModule.Record, Found.Select(f => f.Contact.ClientId), Ct);
        return Found.Count > 0;
    }
}

/// <summary>One member as the form sends it.</summary>
internal sealed class MemberInput
{
    public Guid Contact { get; set; }

    public uint Version { get; set; }

    public string? Outcome { get; set; }
}
