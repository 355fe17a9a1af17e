using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="AboutForm"/>.</summary>
[RequiresPermission(ClientPermissions.Edit)]
[KeepsDraft("clients.about", Subject = "id")]
internal sealed class ChangeAboutPage() : DataFormPage(new AboutForm());
