using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Retention.Records;
using Plus.Web.Display;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Retention.Proposals;

/// <summary>One erasure: who proposed and who consented, its records, and how far it is. A second person decides here.</summary>
[RequiresPermission(RetentionModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErasurePage(
    ErasureList list,
    DecideErasureHandler handler,
    StaffAccessor staff,
    ViewLog views,
    Texts texts,
    Flash flash
) : PageModel
{
    private const int Shown = 200;

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public ErasureLine Line { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Facts { get; private set; } = [];

    public TableView Items { get; private set; } = null!;

    public bool MayDecide => staff.Current.May(RetentionModule.Consent) && Line.IsDecidedBy(staff.Current.Id);

    public bool Waits => Line.Erasure.State == ErasureState.Proposed;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) => DecideAsync(id, agree: true, ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) => DecideAsync(id, agree: false, ct);

    private async Task<IActionResult> DecideAsync(Guid id, bool agree, CancellationToken ct)
    {
        if (!staff.Current.May(RetentionModule.Consent))
        {
            return Forbid();
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.DecideAsync(id, agree, Reason, Version, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success(done.Value ? "retention.agreed" : "retention.declined");
        return LocalRedirect($"/retention/erasures/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, ct) is not { } line)
        {
            return false;
        }

        Line = line;
        var items = await list.ItemsAsync(id, Shown, ct);
        await views.ListAsync(
            RetentionModule.View,
            items.Select(i => i.PersonId).OfType<Guid>().Select(ClientId.From),
            ct
        );
        Items = new Table<ErasureItem>("retention.items")
        {
            new("label", "retention.due.record", i => i.Label.Length == 0 ? texts["retention.item.gone"] : i.Label)
            {
                NamesRow = true,
            },
            new("since", "retention.due.since", i => i.Since),
            new("state", "retention.state", i => texts["retention.item." + CodeConversion.CodeOf(i.State)]),
            new("rows", "retention.item.rows", i => i.Rows) { Numeric = true },
        }.View(items);
        var erasure = line.Erasure;
        Facts =
        [
            new SummaryLine(texts["retention.class"], texts["retention.class." + erasure.ClassCode]),
            new SummaryLine(texts["retention.kept"], texts["retention.years", ("years", erasure.Years)]),
            new SummaryLine(texts["retention.state"], texts["retention.state." + CodeConversion.CodeOf(erasure.State)]),
            new SummaryLine(texts["retention.proposedBy"], line.Proposer),
            new SummaryLine(texts["retention.proposedAt"], erasure.ProposedAt),
            new SummaryLine(texts["retention.propose.reason"], erasure.Reason),
            new SummaryLine(texts["retention.decidedBy"], line.Decider),
            new SummaryLine(texts["retention.decidedReason"], erasure.DecidedReason),
            new SummaryLine(texts["retention.records"], line.Records),
            new SummaryLine(texts["retention.settled"], line.Settled),
        ];
        return true;
    }
}
