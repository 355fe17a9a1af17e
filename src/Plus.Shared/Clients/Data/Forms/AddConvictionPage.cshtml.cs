using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="ConvictionForm"/>.</summary>
[RequiresPermission(ClientPermissions.Edit)]
[KeepsDraft("clients.conviction", Subject = "id")]
internal sealed class AddConvictionPage() : DataFormPage(new ConvictionForm());
