using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Documents.Figures;

/// <summary>
/// The share of documents sent with an electronic signature, of all sent to the same kind of recipient in the year
/// (strategy indicators 3.1.5.1 and 3.1.5.2). A document sent to several recipients counts for each.
/// </summary>
internal static class DocumentFigures
{
    private const string Institutions = "r.kind not in ('person', 'legalPerson')";
    private const string Persons = "r.kind = 'person'";
    private const string SentInYear = "(r.sent_at at time zone 'Europe/Riga')::date between @start and @end and ";
    private const string Electronic = " and d.signed_how = 'electronic'";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Named =
            [
                new NamedSource(
                    "documents.document_recipient r join documents.document d on d.id = r.document_id left join cases.section s on s.id = d.section_id",
                    "coalesce(d.number, d.id::text)",
                    "(r.sent_at at time zone 'Europe/Riga')::date",
                    "(r.sent_at at time zone 'Europe/Riga')::date",
                    "s.office_id"
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["documents.sent_institutions"] = SentInYear + Institutions,
                        ["documents.esigned_institutions"] = SentInYear + Institutions + Electronic,
                        ["documents.sent_persons"] = SentInYear + Persons,
                        ["documents.esigned_persons"] = SentInYear + Persons + Electronic,
                    },
                },
            ],
            Definitions =
            [
                new("documents.sent_institutions", "documents", new CountOf("documents.sent_institutions")),
                new("documents.sent_persons", "documents", new CountOf("documents.sent_persons")),
                new(
                    "documents.esigned_institutions",
                    "percent",
                    new ShareOf("documents.esigned_institutions", "documents.sent_institutions"),
                    2
                ),
                new(
                    "documents.esigned_persons",
                    "percent",
                    new ShareOf("documents.esigned_persons", "documents.sent_persons"),
                    2
                ),
            ],
        };
}
