using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Clients.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.Merging;

/// <summary>One pair, field by field: decided as different people, merged with a preview of what moves, or undone.</summary>
[RequiresPermission(ClientPermissions.Duplicates)]
internal sealed class ComparePage(MergeHandler handler, ComparedRecords records, ViewLog views, Flash flash) : PageModel
{
    public PossibleDuplicate Pair { get; private set; } = null!;

    public IReadOnlyList<ComparedField> Fields { get; private set; } = [];

    public IReadOnlyList<MovedRows> Rows { get; private set; } = [];

    /// <summary>Somebody decided meanwhile; nothing was done.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, uint version, string act, Guid? keep, CancellationToken ct)
    {
        var outcome = act switch
        {
            "different" => await handler.DifferAsync(id, version, ct),
            "merge" when keep is { } kept => await handler.MergeAsync(id, version, new ClientId(kept), ct),
            "undo" => await handler.UndoAsync(id, version, ct),
            _ => new NoSuchRecord(),
        };
        if (outcome.Done)
        {
            flash.Success("clients.merge.done." + act);
            return LocalRedirect(act == "different" ? "/clients/duplicates" : $"/clients/duplicates/{id}");
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        ChangedMeanwhile = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await handler.FindAsync(id, ct) is not { } pair)
        {
            return false;
        }

        Pair = pair;
        Fields = await records.FieldsAsync(pair.FirstId, pair.SecondId, ct);
        Rows = await records.RowsAsync(pair.FirstId, pair.SecondId, ct);
        await views.ListAsync(ClientPermissions.Duplicates, [pair.FirstId, pair.SecondId], ct);
        return true;
    }
}
