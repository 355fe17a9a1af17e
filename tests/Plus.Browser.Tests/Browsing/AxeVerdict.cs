using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plus.Browser.Tests.Browsing;

/// <summary>Judges a page by axe against WCAG 2.2 level AA.</summary>
public static class AxeVerdict
{
    private static readonly AxeRunOptions Level = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
        },
        ResultTypes = [ResultType.Violations],
    };

    // Those whose verdict changes with the window's width while the page stays the same.
    private static readonly AxeRunOptions Layout = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "rule",
            Values = ["target-size", "scrollable-region-focusable", "meta-viewport", "heading-order", "empty-heading"],
        },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The violations as lines: rule, what is wrong, where. None is right.</summary>
    /// <param name="layoutOnly">Only what depends on the width of the window.</param>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page, bool layoutOnly = false)
    {
        var result = await page.RunAxe(layoutOnly ? Layout : Level);
        return
        [
            .. result.Violations.SelectMany(v =>
                v.Nodes.Take(5).Select(n => $"{v.Id} ({v.Impact}): {v.Help} at {n.Target} {Short(n.Html)}")
            ),
        ];
    }

    private static string Short(string html) => html.Length <= 160 ? html : html[..160] + "…";
}
