using Plus.Kernel.Access;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Search;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Forms;

/// <summary>The page of <see cref="MustNotMeetForm"/>.</summary>
[RequiresPermission(ClientPermissions.MustNotMeet)]
[KeepsDraft("clients.mustNotMeet", Subject = "id")]
internal sealed class MarkMustNotMeetPage(ClientSearch search) : DataFormPage(new MustNotMeetForm(search));
