using Plus.Browser.Tests.Browsing;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>The site as every delivered role reaches it by links, walked once for all tests that judge it.</summary>
public sealed class WalkedSite : IAsyncLifetime
{
    private readonly Dictionary<string, Reached> _reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public ServedPlus Plus { get; } = new();

    public PlusApp App => Plus.App;

    /// <summary>The first visit of each route, in Latvian.</summary>
    public IReadOnlyCollection<Reached> Routes => _reached.Values;

    /// <summary>The most statements any visit of a route took.</summary>
    public IReadOnlyDictionary<string, int> Statements => _statements;

    /// <summary>What is wrong with any page in any role and language.</summary>
    public IEnumerable<string> Faults => _faults.Select(f => $"{f.Key} (first for {f.Value})");

    /// <summary>Page routes that nobody reached.</summary>
    public IReadOnlyList<string> Unreached { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Plus.InitializeAsync();
        await ArrangedService.MakeAsync(App);
        var routes = new SiteRoutes(App.Services);
        foreach (var role in await App.ReadListAsync("SELECT code FROM access.role ORDER BY code"))
        {
            var person = await App.StaffAsync(role);
            await WalkAsync(person, role, routes);
        }

        Unreached = [.. routes.Pages.Except(_reached.Keys, StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => Plus.DisposeAsync();

    private async Task WalkAsync(Staff person, string role, SiteRoutes routes)
    {
        var browser = await App.LoggedInAsAsync(person);
        foreach (var language in (string[])["lv", "en"])
        {
            await browser.GetAsync("/language/" + language);
            foreach (var walked in await new SiteWalk(browser, routes, Plus.Statements).WalkAsync())
            {
                _reached.TryAdd(walked.Route, new Reached(person, walked));
                _statements[walked.Route] = Math.Max(walked.Statements, _statements.GetValueOrDefault(walked.Route));
                foreach (var fault in PageFaults.Of(walked, language, ArrangedService.Words))
                {
                    _faults.TryAdd($"{walked.Route} in {language} {fault}", $"{role} at {walked.Path}");
                }
            }
        }
    }
}

/// <summary>A page and who reached it.</summary>
public sealed record Reached(Staff By, WalkedPage Page);
