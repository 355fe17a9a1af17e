using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Plus.Browser.Tests.Browsing;

/// <summary>Judges a page by axe against WCAG 2.2 level AA.</summary>
public static class AxeVerdict
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly object Level = new
    {
        runOnly = new
        {
            type = "tag",
            values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
        },
        resultTypes = (string[])["violations"],
    };

    // Those whose verdict changes with the window's width while the page stays the same.
    private static readonly object Layout = new
    {
        runOnly = new
        {
            type = "rule",
            values = (string[])
                ["target-size", "scrollable-region-focusable", "meta-viewport", "heading-order", "empty-heading"],
        },
        resultTypes = (string[])["violations"],
    };

    /// <summary>The violations as lines: rule, what is wrong, where. None is right.</summary>
    /// <param name="layoutOnly">Only what depends on the width of the window.</param>
    /// <remarks>
    /// Asked within the page. The library's own way opens a window for each verdict, for the sake of frames that no page of
    /// PLUS has, and takes many times as long.
    /// </remarks>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page, bool layoutOnly = false)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof window.axe === 'object'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, options)).violations.flatMap(v => v.nodes.slice(0, 5).map(
                n => `${v.id} (${v.impact}): ${v.help} at ${n.target} ${n.html.slice(0, 160)}`))
            """,
            layoutOnly ? Layout : Level
        );
    }
}
