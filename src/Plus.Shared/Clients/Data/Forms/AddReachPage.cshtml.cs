using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="ReachForm"/>.</summary>
[RequiresPermission(ClientPermissions.Edit)]
[KeepsDraft("clients.reach", Subject = "id")]
internal sealed class AddReachPage() : DataFormPage(new ReachForm());
