using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Audit;

/// <summary>The pages of the data-protection officer, as links beside one another.</summary>
internal static class AuditPages
{
    private static readonly (string Code, string Href)[] All =
    [
        ("events", "/audit"),
        ("outside", "/audit/outside"),
        ("statements", "/audit/statements"),
        ("alarms", "/audit/alarms"),
        ("subject", "/audit/subject"),
    ];

    public static void Links(PageHead head, Texts texts, string current)
    {
        head.SubLinksLabel = texts["audit.menu"];
        foreach (var (code, href) in All)
        {
            head.Link(texts["audit.tab." + code], href, code == current);
        }
    }
}
