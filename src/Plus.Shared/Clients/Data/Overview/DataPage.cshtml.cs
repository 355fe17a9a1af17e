using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Access;
using Plus.Shared.Clients.Data.Forms;
using Plus.Shared.Clients.Head;
using Plus.Shared.Clients.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.Data.Overview;

/// <summary>Everything known of the client, with its source and date, and where it is changed.</summary>
[RequiresPermission(ClientPermissions.View)]
internal sealed class DataPage(
    ClientHead head,
    PlusDb db,
    EndRowHandler ending,
    ViewLog views,
    StaffAccessor staff,
    Flash flash
) : PageModel
{
    public ClientFacts Client { get; private set; } = null!;

    public Client Record { get; private set; } = null!;

    public IReadOnlyList<ClientName> Names { get; private set; } = [];

    public IReadOnlyList<ClientIdentifier> Identifiers { get; private set; } = [];

    public IReadOnlyList<ClientAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<ClientReach> Reaches { get; private set; } = [];

    public IReadOnlyList<EarlierConviction> Convictions { get; private set; } = [];

    /// <summary>What is known of health; read for nobody who may not know it.</summary>
    public ClientHealth? Health { get; private set; }

    public bool MaySeeHealth => staff.Current.May(SpecialCategories.Health);

    public bool MayEditHealth => staff.Current.May(ClientPermissions.EditHealth);

    public bool MayEdit => staff.Current.May(ClientPermissions.Edit);

    public string Href => $"/clients/{Client.Id}/data";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), ClientPermissions.View, "data", ct) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        var me = client.Id;
        Record = await db.Set<Client>().AsNoTracking().SingleAsync(c => c.Id == me, ct);
        Names = await db.Set<ClientName>()
            .AsNoTracking()
            .Where(n => n.ClientId == me)
            .OrderByDescending(n => n.AsOf)
            .ToListAsync(ct);
        Identifiers = await db.Set<ClientIdentifier>()
            .AsNoTracking()
            .Where(i => i.ClientId == me)
            .OrderBy(i => i.To != null)
            .ThenByDescending(i => i.From)
            .ToListAsync(ct);
        Addresses = await db.Set<ClientAddress>()
            .AsNoTracking()
            .Where(a => a.ClientId == me)
            .OrderBy(a => a.To != null)
            .ThenBy(a => a.Kind)
            .ThenByDescending(a => a.AsOf)
            .ToListAsync(ct);
        Reaches = await db.Set<ClientReach>()
            .AsNoTracking()
            .Where(r => r.ClientId == me)
            .OrderBy(r => r.To != null)
            .ThenBy(r => r.Kind)
            .ToListAsync(ct);
        Convictions = await db.Set<EarlierConviction>()
            .AsNoTracking()
            .Where(c => c.ClientId == me)
            .OrderByDescending(c => c.ConvictedOn)
            .ToListAsync(ct);
        Health = MaySeeHealth ? await HealthForm.LatestAsync(db, me, ct) : null;
        await views.ConsultAsync("clients.data", me, ct: ct);
        return Page();
    }

    /// <summary>Ends a row or changes a consent; a button of the page or of the page of people.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, uint version, string act, Guid row, CancellationToken ct)
    {
        if (!staff.Current.May(ClientPermissions.Edit))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var outcome = await ending.DoAsync(new ClientId(id), version, act ?? "", row, ct);
        if (outcome.Refusal is { Kind: RefusalKind.NotFound })
        {
            return NotFound();
        }

        if (outcome.Done)
        {
            flash.Success("clients.data.saved");
        }
        else
        {
            flash.Warning("clients.data.changedMeanwhile");
        }

        return LocalRedirect($"/clients/{id}/{(act == "related" ? "people" : "data")}");
    }

    public static string Code(ClientIdentifier identifier) =>
        identifier.Kind == IdentifierKind.PersonalCode && PersonalCode.TryParse(identifier.Value, out var code)
            ? code.Format()
            : identifier.Value;

    /// <summary>What should be looked at in a code; it is never refused.</summary>
    public IReadOnlyList<string> Warnings(ClientIdentifier identifier) =>
        identifier.Kind == IdentifierKind.PersonalCode && PersonalCode.TryParse(identifier.Value, out var code)
            ? code.Warnings(Record.BirthDate)
            : [];
}
