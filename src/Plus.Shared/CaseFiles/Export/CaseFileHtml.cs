using System.Globalization;
using System.Net;
using System.Text;
using Plus.Shared.Documents.Printing;

namespace Plus.Shared.CaseFiles.Export;

/// <summary>A report as one page that opens anywhere: a table of contents and the parts, everything encoded, no script.</summary>
internal static class CaseFileHtml
{
    private const string Style =
        "body{font:16px/1.4 'Noto Sans',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        + "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #b1b4b6;padding:.4rem;white-space:pre-line}";

    public static byte[] Write(PrintedReport report)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
            .Append(report.Language)
            .Append("\"><head><meta charset=\"utf-8\"><title>");
        html.Append(Of(report.Title)).Append("</title><style>").Append(Style).Append("</style></head><body><h1>");
        html.Append(Of(report.Title)).Append("</h1>");
        foreach (var line in report.Lead)
        {
            html.Append("<p>").Append(Of(line)).Append("</p>");
        }

        html.Append("<ol>");
        for (var i = 0; i < report.Parts.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#p{i}\">{Of(report.Parts[i].Heading)}</a></li>");
        }

        html.Append("</ol>");
        for (var i = 0; i < report.Parts.Count; i++)
        {
            Part(html, report.Parts[i], i);
        }

        return Encoding.UTF8.GetBytes(html.Append("</body></html>\n").ToString());
    }

    private static void Part(StringBuilder html, PrintedPart part, int number)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"p{number}\">{Of(part.Heading)}</h2>");
        foreach (var line in part.Paragraphs)
        {
            html.Append("<p>").Append(Of(line)).Append("</p>");
        }

        html.Append("<table><thead><tr>");
        html.AppendJoin("", part.Columns.Select(c => $"<th scope=\"col\">{Of(c)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in part.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Of(c)}</td>")).Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Of(string text) => WebUtility.HtmlEncode(text);
}
