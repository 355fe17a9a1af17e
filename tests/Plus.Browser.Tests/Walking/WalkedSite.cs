using Plus.Browser.Tests.Browsing;
using Plus.Host.Demo;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>
/// The site as every delivered role reaches it by links, walked once for all tests that judge it. In Latvian everybody
/// walks; in English each route is read once, by who reached it first. In the long run everybody
/// walks in both.
/// </summary>
public sealed class WalkedSite : IAsyncLifetime
{
    private readonly Dictionary<string, Reached> _reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bytes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    private static bool IsLong => Environment.GetEnvironmentVariable("PLUS_TEST_LONG") is not null;

    public ServedPlus Plus { get; } = new();

    public PlusApp App => Plus.App;

    /// <summary>The first visit of each route, in Latvian.</summary>
    public IReadOnlyCollection<Reached> Routes => _reached.Values;

    /// <summary>The most statements any visit of a route took.</summary>
    public IReadOnlyDictionary<string, int> Statements => _statements;

    /// <summary>The largest size of a route's page, in bytes before compression.</summary>
    public IReadOnlyDictionary<string, int> Bytes => _bytes;

    /// <summary>What is wrong with any page in any role and language.</summary>
    public IEnumerable<string> Faults => _faults.Select(f => $"{f.Key} (first for {f.Value})");

    /// <summary>Page routes that nobody reached.</summary>
    public IReadOnlyList<string> Unreached { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Plus.InitializeAsync();
        var service = await ArrangedService.MakeAsync(App);
        var routes = new SiteRoutes(App.Services);
        foreach (var person in await LogInsAsync())
        {
            await WalkAsync(person, service, routes);
        }

        Unreached = [.. routes.Pages.Except(_reached.Keys, StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => Plus.DisposeAsync();

    private async Task<IReadOnlyList<(string UserName, string Role)>> LogInsAsync() =>
        [
            .. (
                await App.ReadListAsync(
                    """
                    SELECT s.user_name || ' ' || p.role_code FROM access.staff s JOIN access.staff_post p ON p.staff_id = s.id
                    WHERE s.password_hash IS NOT NULL ORDER BY p.role_code
                    """
                )
            ).Select(line => (line.Split(' ')[0], line.Split(' ')[1])),
        ];

    private async Task WalkAsync((string UserName, string Role) person, ArrangedService service, SiteRoutes routes)
    {
        var browser = App.Browser();
        var also = person.Role == "officeHead" ? service.Deep : [];
        await (await browser.GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = person.UserName, ["Password"] = DemoOptions.Password }
        );
        var closed = service.ClosedTo(person.Role).ToList();
        // The kit is the same for everybody.
        var perKitRoute = IsLong || person.Role == "officeHead" ? 20 : 0;
        await browser.GetAsync("/language/lv");
        var first = new List<WalkedPage>();
        foreach (var walked in await new SiteWalk(browser, routes, Plus.Statements, 2, perKitRoute).WalkAsync(also))
        {
            if (_reached.TryAdd(walked.Route, new Reached(person.UserName, walked)))
            {
                first.Add(walked);
            }

            _statements[walked.Route] = Math.Max(walked.Statements, _statements.GetValueOrDefault(walked.Route));
            _bytes[walked.Route] = Math.Max(walked.Page.Bytes.Length, _bytes.GetValueOrDefault(walked.Route));
            foreach (var mark in closed.Where(m => walked.Page.Text.Contains(m, StringComparison.Ordinal)))
            {
                _faults.TryAdd($"{walked.Route} shows somebody closed: {mark}", $"{person.Role} at {walked.Path}");
            }

            Judge(walked, "lv", person.Role, service);
        }

        await browser.GetAsync("/language/en");
        if (IsLong)
        {
            first = [.. await new SiteWalk(browser, routes, Plus.Statements, 1, perKitRoute).WalkAsync(also)];
        }

        foreach (var walked in first)
        {
            var english = IsLong ? walked : walked with { Page = await browser.GetAsync(walked.Path) };
            Judge(english, "en", person.Role, service);
        }
    }

    private void Judge(WalkedPage walked, string language, string role, ArrangedService service)
    {
        foreach (var fault in PageFaults.Of(walked, language, service.Names, service.Typed))
        {
            _faults.TryAdd($"{walked.Route} in {language} {fault}", $"{role} at {walked.Path}");
        }
    }
}

/// <summary>A page and the user name of who reached it first.</summary>
public sealed record Reached(string By, WalkedPage Page);
