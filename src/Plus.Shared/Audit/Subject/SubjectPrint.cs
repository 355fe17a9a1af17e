using Plus.Shared.Documents.Printing;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Subject;

/// <summary>The report as it is handed over in a file: what the page says, in the same order.</summary>
internal sealed class SubjectPrint(Texts texts)
{
    public PrintedReport Of(SubjectReport report, bool withTexts)
    {
        var parts = report
            .Parts.Select(p => new PrintedPart(
                texts[p.Key],
                [texts["audit.subject.what"], texts["audit.subject.details"]],
                [.. p.Lines.Select(l => (IReadOnlyList<string>)[l.Text, texts.Write(l.Value, l.Format)])]
            ))
            .ToList();
        parts.AddRange(report.Work.Select(w => Table(texts[w.Key], w.View)));
        parts.Add(Table(texts["audit.subject.givenHeading"], report.Given, texts["audit.subject.givenLead"]));
        parts.Add(Table(texts["audit.subject.handled"], report.Handled, texts["audit.subject.handledLead"]));
        parts.Add(
            new PrintedPart(texts["audit.subject.rights"], [], []) { Paragraphs = [texts["audit.subject.rightsText"]] }
        );
        return new PrintedReport(
            texts.Language == PageLanguage.English ? "en" : "lv",
            texts["audit.subject.heading"],
            [
                texts["audit.subject.madeOn", ("day", report.MadeOn), ("number", report.CaseNumber)],
                texts["audit.subject.lead"],
                .. withTexts ? (string[])[] : [texts["audit.subject.textsLeftOut"]],
            ],
            parts
        );
    }

    private PrintedPart Table(string heading, TableView view, string? lead = null) =>
        new(
            heading,
            [.. view.Columns.Select(c => texts[c.HeadKey])],
            [
                .. view.Rows.Select(r =>
                    (IReadOnlyList<string>)
                        [
                            .. r.Cells.Select(
                                (c, i) => c.Value is null ? "" : texts.Write(c.Value, view.Columns[i].Format)
                            ),
                        ]
                ),
            ]
        )
        {
            Paragraphs =
            [
                .. lead is null ? (string[])[] : [lead],
                .. view.Rows.Count == 0 ? (string[])[texts[view.EmptyKey]] : [],
            ],
        };
}
