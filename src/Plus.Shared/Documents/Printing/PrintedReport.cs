namespace Plus.Shared.Documents.Printing;

/// <summary>What is printed: headings, paragraphs and tables, in the words in which the reader gets them.</summary>
/// <param name="Language">lv or en.</param>
/// <param name="Lead">Paragraphs below the title.</param>
public sealed record PrintedReport(
    string Language,
    string Title,
    IReadOnlyList<string> Lead,
    IReadOnlyList<PrintedPart> Parts
);

/// <summary>One part: a heading, a table or what is said in its place.</summary>
/// <param name="Columns">Headings of the columns; none for a part of paragraphs alone.</param>
public sealed record PrintedPart(
    string Heading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>Paragraphs below the heading.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];
}
