using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Records;
using Plus.Web.Journeys;

namespace Plus.Shared.Contacts.Kinds;

/// <summary>How one kind of contact behaves.</summary>
[RequiresPermission(ContactsModule.ChangeKinds)]
[KeepsDraft("contacts.kind", Subject = "code")]
internal sealed class ChangeKindPage(ContactKinds kinds, ChangeKindHandler handler) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public KindInput Input { get; set; } = new();

    public ContactKind Kind { get; private set; } = null!;

    protected override uint StoredVersion => Kind.Version;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = new KindInput
        {
            Minutes = Kind.Minutes,
            AsksPlace = Kind.AsksPlace,
            AsksAttendance = Kind.AsksAttendance,
            InOffice = Kind.InOffice,
            CountsToNorm = Kind.CountsToNorm,
            Active = Kind.Active,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(Code, Input, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("contacts.kinds.saved");
        return LocalRedirect("/contacts/kinds");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await kinds.FindAsync(Code, Ct) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class KindInput
{
    [Required(ErrorMessage = "contacts.kinds.minutesMissing")]
    [Range(1, 600)]
    public int? Minutes { get; set; }

    public bool AsksPlace { get; set; }

    public bool AsksAttendance { get; set; }

    public bool InOffice { get; set; }

    public bool CountsToNorm { get; set; }

    public bool Active { get; set; }
}
