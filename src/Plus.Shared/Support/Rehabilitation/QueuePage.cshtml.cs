using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>Somebody who waits for a place.</summary>
/// <param name="Place">Place among all who wait for the provider, from one on.</param>
internal sealed record QueueRow(
    RehabilitationReferral Referral,
    ClientId Client,
    string Name,
    string Provider,
    ProviderContract Contract,
    int Place,
    int Staying
);

/// <summary>Clients within reach who wait for social rehabilitation, by the order of the law.</summary>
[RequiresPermission(SupportModule.View)]
internal sealed class QueuePage(PlusDb db, StaffAccessor staff, ContractMoney money, ViewLog views, Texts texts)
    : PageModel
{
    private IReadOnlyList<QueueRow> _rows = [];

    public TableView Table =>
        new Table<QueueRow>(
            "support.queue.title",
            [
                new("place", "support.queue.column", r => r.Place) { Numeric = true },
                new("client", "cases.list.client", r => r.Name)
                {
                    NamesRow = true,
                    Href = r => $"/support/rehabilitation/{r.Referral.Id}",
                },
                new(
                    "priority",
                    "support.priority",
                    r =>
                        texts[
                            RehabilitationQueue.HasPriority(r.Referral.Waiting)
                                ? "support.priority.yes"
                                : "support.priority.no"
                        ]
                )
                {
                    Tag = r => RehabilitationQueue.HasPriority(r.Referral.Waiting) ? "red" : "grey",
                },
                new("referred", "support.referredOn", r => r.Referral.ReferredOn),
                new("provider", "support.provider", r => r.Provider),
                new(
                    "places",
                    "support.places",
                    r => texts["support.places.of", ("staying", r.Staying), ("places", r.Contract.Places)]
                ),
            ]
        )
        {
            CaptionHidden = true,
        }.View(_rows);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = await (
            from r in db.Set<RehabilitationReferral>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, SupportModule.View) on r.SectionId equals s.Id
            join k in db.Set<Client>() on s.ClientId equals k.Id
            join c in db.Set<ProviderContract>().AsNoTracking() on r.ContractId equals c.Id
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where r.EnteredOn == null && r.CancelledOn == null
            select new
            {
                Referral = r,
                Client = k.Id,
                k.Surname,
                k.GivenName,
                Provider = p.Name,
                Contract = c,
            }
        ).ToListAsync(ct);
        await views.ListAsync(SupportModule.View, waiting.Select(w => w.Client), ct);
        var rows = new List<QueueRow>();
        foreach (var group in waiting.GroupBy(w => w.Contract.Id))
        {
            var (staying, all) = await money.PlacesAsync(group.Key, ct);
            var order = RehabilitationQueue.Order(all).Select(w => w.Id).ToList();
            rows.AddRange(
                group.Select(w => new QueueRow(
                    w.Referral,
                    w.Client,
                    w.Surname + " " + w.GivenName,
                    w.Provider,
                    w.Contract,
                    order.IndexOf(w.Referral.Id) + 1,
                    staying
                ))
            );
        }

        _rows = [.. rows.OrderBy(r => r.Provider, StringComparer.Ordinal).ThenBy(r => r.Place)];
    }
}
