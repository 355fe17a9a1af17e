using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="AddressForm"/>.</summary>
[RequiresPermission(ClientPermissions.Edit)]
[KeepsDraft("clients.address", Subject = "id")]
internal sealed class AddAddressPage() : DataFormPage(new AddressForm());
