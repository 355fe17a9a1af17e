using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contacts;

/// <summary>A new contact person of a host employer.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.contact.new", Subject = "id")]
internal sealed class NewHostContactPage(PlusDb db, HostEditing editing, ContactHandler handler, PageHead head)
    : ContactFormPage(db, editing, handler, head)
{
    protected override string TitleKey => "partners.contact.add";
}
