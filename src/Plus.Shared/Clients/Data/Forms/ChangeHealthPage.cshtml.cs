using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="HealthForm"/>.</summary>
[RequiresPermission(ClientPermissions.EditHealth)]
[KeepsDraft("clients.health", Subject = "id")]
internal sealed class ChangeHealthPage() : DataFormPage(new HealthForm());
