using Plus.Web.Display;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Subject;

/// <summary>What one person is told of their own data.</summary>
internal sealed record SubjectReport(
    DateOnly MadeOn,
    string CaseNumber,
    IReadOnlyList<SubjectPart> Parts,
    TableView Handled
);

/// <summary>A part with its heading's text key.</summary>
internal sealed record SubjectPart(string Key, IReadOnlyList<SummaryLine> Lines);

/// <summary>How often a role of an institution did something with the data in a month.</summary>
internal sealed class HandledLine
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; init; }

    public string? Role { get; init; }

    public string? Office { get; init; }

    public string What { get; init; } = "";

    public string Table { get; init; } = "";

    public string? Purpose { get; init; }

    public long Times { get; init; }
}
