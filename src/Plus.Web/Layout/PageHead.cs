using Microsoft.AspNetCore.Html;

namespace Plus.Web.Layout;

/// <summary>A step of the path above the page's heading; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href);

/// <summary>A link of the sub-navigation under the identity bar; <c>Count</c> stands behind the words.</summary>
public sealed record SubLink(string Text, string Href, bool Current = false, int? Count = null);

/// <summary>
/// What a page tells its layout. Injected in pages as <c>Head</c>. Titles carry no personal data: they stay in the
/// browser's history and on the task bar.
/// </summary>
public sealed class PageHead
{
    private readonly List<Crumb> crumbs = [];
    private readonly List<SubLink> links = [];
    private int ids;

    /// <summary>Title of the window and, unless the page writes its own, nothing else.</summary>
    public string Title { get; set; } = "";

    /// <summary>The path to this page.</summary>
    public IReadOnlyList<Crumb> Crumbs => crumbs;

    /// <summary>The pages beside this one.</summary>
    public IReadOnlyList<SubLink> SubLinks => links;

    /// <summary>What the sub-navigation is called by a screen reader.</summary>
    public string? SubLinksLabel { get; set; }

    /// <summary>Whose data the page shows.</summary>
    public IdentityBar? Identity { get; set; }

    /// <summary>The record changed while the form was filled in.</summary>
    public Journeys.VersionConflict? Conflict { get; set; }

    /// <summary>No menu, search or user: error and log-in pages.</summary>
    public bool Bare { get; set; }

    /// <summary>Uses the whole width of the window (wide tables, schedules).</summary>
    public bool Wide { get; set; }

    /// <summary>Seconds after which a page without script loads itself again (progress pages).</summary>
    public int? Refresh { get; set; }

    /// <summary>An id no other part of this page has.</summary>
    public string NextId(string start) => $"{start}-{++ids}";

    /// <summary>Adds a step to the path.</summary>
    public PageHead Crumb(string text, string? href = null)
    {
        // A page that is loaded again to be shown with an error tells its path again.
        Once(crumbs, new Crumb(text, href));
        return this;
    }

    /// <summary>Adds a link to the sub-navigation.</summary>
    public PageHead Link(string text, string href, bool current = false, int? count = null)
    {
        Once(links, new SubLink(text, href, current, count));
        return this;
    }

    private static void Once<T>(List<T> told, T one)
    {
        if (!told.Contains(one))
        {
            told.Add(one);
        }
    }
}
