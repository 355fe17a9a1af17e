using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="NameForm"/>.</summary>
[RequiresPermission(ClientPermissions.Edit)]
[KeepsDraft("clients.name", Subject = "id")]
internal sealed class ChangeNamePage() : DataFormPage(new NameForm());
