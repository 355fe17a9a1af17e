using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contacts;

/// <summary>The form of a contact person, for a new one and for one that is changed.</summary>
internal abstract class ContactFormPage(PlusDb db, HostEditing editing, ContactHandler handler, PageHead head)
    : HostFormPage(db, editing, head)
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    /// <summary>The stored person; null for a new one.</summary>
    public virtual HostContact? Person => null;

    protected virtual Guid? PersonId => null;

    protected override uint StoredVersion => Person?.Version ?? 0;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var facts = new HostContactFacts(
            Input.Name!,
            Input.Post,
            Input.Phone,
            Input.Email,
            Input.GivesBriefing,
            Input.To
        );
        var done = await handler.SaveAsync(HostId, PersonId, facts, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.contact.saved");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ContactInput
{
    [Required(ErrorMessage = "partners.contact.nameMissing")]
    [StringLength(200)]
    public string? Name { get; set; }

    [StringLength(200)]
    public string? Post { get; set; }

    [StringLength(40)]
    [RegularExpression(@"^[+0-9 ()\-]*$", ErrorMessage = "partners.contact.phoneWrong")]
    public string? Phone { get; set; }

    [StringLength(254)]
    [EmailAddress(ErrorMessage = "partners.contact.emailWrong")]
    public string? Email { get; set; }

    public bool GivesBriefing { get; set; }

    public DateOnly? To { get; set; }
}
