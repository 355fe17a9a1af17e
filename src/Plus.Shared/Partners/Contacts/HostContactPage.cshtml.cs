using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contacts;

/// <summary>Changes a contact person, or says until when they are one.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.contact", Subject = "contact")]
internal sealed class HostContactPage(PlusDb db, HostEditing editing, ContactHandler handler, PageHead head)
    : ContactFormPage(db, editing, handler, head)
{
    private HostContact? _person;

    [BindProperty(SupportsGet = true, Name = "contact")]
    public Guid ContactId { get; set; }

    public override HostContact? Person => _person;

    protected override Guid? PersonId => ContactId;

    protected override string TitleKey => "partners.contact.edit";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    protected override void ShowSaved() =>
        Input = new ContactInput
        {
            Name = _person!.Name,
            Post = _person.Post,
            Phone = _person.Phone,
            Email = _person.Email,
            GivesBriefing = _person.GivesBriefing,
            To = _person.To,
        };

    protected override async Task<bool> LoadAsync()
    {
        var host = HostId;
        _person = await Db.Set<HostContact>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == ContactId && c.HostEmployerId == host, Ct);
        return _person is not null && await base.LoadAsync();
    }
}
