using System.Net;
using Plus.Browser.Tests.Statements;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>
/// Follows every link of the site as one person, in breadth, a few addresses of each route, beginning with Home and with
/// what the search in the header finds. Nothing else is sent: nothing is changed.
/// </summary>
public sealed class SiteWalk(
    PageBrowser browser,
    SiteRoutes routes,
    StatementCount statements,
    int perRoute,
    int perKitRoute
)
{
    private const int Most = 400;
    private static readonly string[] NotPages = ["/language/", "/assets/", "/logout", "/health/"];
    private readonly Dictionary<string, int> _visits = new(StringComparer.Ordinal);

    /// <summary>The pages found, Home first. <paramref name="also"/> are addresses deep in lists, begun with too.</summary>
    public async Task<IReadOnlyList<WalkedPage>> WalkAsync(IEnumerable<string> also)
    {
        var found = new List<WalkedPage>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var open = new Queue<(string Path, string From)>([("/", "/")]);
        if (await SearchAsync() is { } results && seen.Add(results))
        {
            open.Enqueue((results, "/"));
        }

        foreach (var address in also.Where(seen.Add))
        {
            open.Enqueue((address, "a list"));
        }

        while (open.TryDequeue(out var link) && found.Count < Most)
        {
            var page = await browser.GetAsync(link.Path);
            var counted = await statements.NextAsync(link.Path.Split('?')[0]);
            var walked = new WalkedPage(RouteOf(link.Path), link.Path, link.From, page)
            {
                Statements = counted.Statements,
            };
            found.Add(walked);
            foreach (var next in Links(walked).Where(seen.Add).Where(IsWanted))
            {
                open.Enqueue((next, link.Path));
            }
        }

        return found;
    }

    private async Task<string?> SearchAsync()
    {
        const string form = "form[role=search]";
        var home = await browser.GetAsync("/");
        return home.Document?.QuerySelector(form) is null
            ? null
            : (await home.SubmitAsync(new() { ["q"] = "Bēr" }, form)).Path;
    }

    // What is no page (files, other endpoints, dead ends) counts as one for all ids.
    private string RouteOf(string path) =>
        routes.Of(path.Split('?')[0])
        ?? string.Join('/', path.Split('?')[0].Split('/').Select(p => Guid.TryParse(p, out _) ? "{id}" : p));

    private bool IsWanted(string href)
    {
        var key = RouteOf(href);
        var visits = _visits.GetValueOrDefault(key);
        _visits[key] = visits + 1;
        return visits < (key.StartsWith("/kit", StringComparison.Ordinal) ? perKitRoute : perRoute);
    }

    private static IEnumerable<string> Links(WalkedPage walked) =>
        walked.Page.Document is null || walked.Page.Status != HttpStatusCode.OK
            ? []
            : walked
                .Page.Html.QuerySelectorAll("a[href]")
                .Select(a => a.GetAttribute("href")!)
                .Where(href => !href.StartsWith('#') && !href.Contains(':', StringComparison.Ordinal))
                .Select(href => new Uri(walked.Page.Address, href))
                .Where(target => target.Authority == walked.Page.Address.Authority)
                .Select(target => target.PathAndQuery)
                .Where(path => !NotPages.Any(n => path.StartsWith(n, StringComparison.Ordinal)));
}

/// <summary>A page reached, and the page that links to it.</summary>
public sealed record WalkedPage(string Route, string Path, string From, ReadPage Page)
{
    /// <summary>SQL statements it took.</summary>
    public int Statements { get; init; }
}
