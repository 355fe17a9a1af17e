using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Access;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Drafts.Keeping;

namespace Plus.Shared.Clients.Search;

/// <summary>
/// The answer of the search box. What was typed comes by POST and stands under an id, so that the address can be
/// bookmarked and gives nothing away. A single exact hit opens the client at once.
/// </summary>
[RequiresPermission(ClientPermissions.Search)]
internal sealed class SearchPage(
    ClientSearch search,
    RecordAnswers answers,
    StoredQueries queries,
    StaffAccessor staff,
    PlusClock clock
) : PageModel
{
    private const string List = "/search";
    private const int Rows = 50;

    public string Typed { get; private set; } = "";

    public SearchTerms Terms { get; private set; } = SearchTerms.Read("");

    public IReadOnlyList<FoundClient> Found { get; private set; } = [];

    /// <summary>There are more than are shown.</summary>
    public bool More { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>The number asked for, when the case is in one's scope and closed to oneself: that much is said.</summary>
    public string? Limited { get; private set; }

    public bool MayOpenInNeed => staff.Current.May(AccessPermissions.OpenInNeed);

    public bool MayCreate => staff.Current.May(ClientPermissions.Create);

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        if (id is null)
        {
            return Page();
        }

        if (await queries.Find(staff.Current.Id!.Value, List, id, ct) is not { } kept)
        {
            return NotFound();
        }

        Typed = kept.GetValueOrDefault("q", "");
        Terms = SearchTerms.Read(Typed);
        var found = await search.FindAsync(Terms, ClientPermissions.Search, Rows + 1, ct);
        if (found.Count == 0 && Terms.CaseNumber is { } number)
        {
            Limited = await answers.OfNumberAsync(number, ClientPermissions.Search, ct) is RecordAnswer.Limited limited
                ? limited.Number
                : null;
        }

        More = found.Count > Rows;
        Found = [.. found.Take(Rows)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? q, CancellationToken ct)
    {
        var typed = (q ?? "").Trim();
        if (typed.Length == 0)
        {
            return LocalRedirect(List);
        }

        var id = await queries.Keep(
            staff.Current.Id!.Value,
            List,
            new Dictionary<string, string> { ["q"] = typed },
            ct
        );
        return LocalRedirect($"{List}/{id}");
    }
}
