using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Plus.Browser.Tests.Browsing;

/// <summary>
/// Listens to everything a page complains about: errors of scripts, refusals of the content security policy, parts that
/// did not come, requests to elsewhere. An answer of the page itself other than 200 is the test's own business.
/// </summary>
public sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _complaints = new();

    public PageWatch(IBrowserContext context, string address)
    {
        context.Page += (_, page) => Follow(page);
        context.Request += (_, request) =>
        {
            if (
                !request
                    .Url.Replace("//localhost:", "//127.0.0.1:", StringComparison.Ordinal)
                    .StartsWith(address, StringComparison.Ordinal)
                && request.Url.Contains("://", StringComparison.Ordinal)
            )
            {
                _complaints.Enqueue("asked elsewhere: " + request.Url);
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                _complaints.Enqueue($"{response.Status} for {response.Url}");
            }
        };
    }

    public IReadOnlyCollection<string> Complaints => _complaints;

    private void Follow(IPage page)
    {
        page.PageError += (_, error) => _complaints.Enqueue($"script error on {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // The browser repeats answers of 400 and more here; those are judged where they arrive.
            if (
                message.Type == "error"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            )
            {
                _complaints.Enqueue($"console on {page.Url}: {message.Text}");
            }
        };
    }
}
