using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Worklist;

/// <summary>The sub-navigation that the pages of the intake share.</summary>
internal static class IntakeMenu
{
    public static void Show(PageHead head, Texts texts, string title, string current)
    {
        head.Title = title;
        head.Link(texts["exchange.list.title"], "/intake", current == "list");
        head.Link(texts["exchange.list.quarantine"], "/intake?view=rejected", current == "rejected");
        head.Link(texts["exchange.runs.title"], "/intake/runs", current == "runs");
        head.Link(texts["exchange.upload.title"], "/intake/upload", current == "upload");
    }
}
