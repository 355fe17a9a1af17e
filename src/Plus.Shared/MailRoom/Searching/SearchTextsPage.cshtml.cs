using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.MailRoom.Searching;

/// <summary>Searches the words of what came in.</summary>
[RequiresPermission(MailRoomPermissions.View)]
internal sealed class SearchTextsPage(TextSearch search, PageHead head, Texts texts) : PageModel
{
    /// <summary>Files shown; who needs more asks more closely.</summary>
    public const int Most = 30;

    private static readonly ListRules Rules = new("/mailroom/search", "rank") { Typed = ["text"] };

    public string? Typed { get; private set; }

    public IReadOnlyList<FoundText>? Found { get; private set; }

    public ListQuery Query { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Query = await ListQuery.Read(HttpContext, Rules);
        Typed = Query.Text("text");
        if (TextQuestion.Of(Typed) is { } question)
        {
            Found = await search.FindAsync(question, Most, ct);
        }

        head.Title = texts["mailroom.text.title"];
        head.Crumb(texts["mailroom.menu"], "/mailroom").Crumb(texts["mailroom.text.title"]);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));
}
