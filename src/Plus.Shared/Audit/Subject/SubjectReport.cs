using Plus.Web.Display;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Subject;

/// <summary>What one person is told of their own data.</summary>
internal sealed record SubjectReport(
    DateOnly MadeOn,
    string CaseNumber,
    IReadOnlyList<SubjectPart> Parts,
    IReadOnlyList<SubjectTable> Work,
    TableView Given,
    TableView Handled
);

/// <summary>A part with its heading's text key.</summary>
internal sealed record SubjectPart(string Key, IReadOnlyList<SummaryLine> Lines);

/// <summary>A part told as a table, with its heading's text key.</summary>
internal sealed record SubjectTable(string Key, TableView View);

/// <summary>One thing that was decided, done or written in the work with the person.</summary>
internal sealed class WorkLine
{
    public string Part { get; init; } = "";

    public DateOnly? Day { get; init; }

    public DateOnly? Until { get; init; }

    public string? Name { get; init; }

    public string? Note { get; init; }

    public string? Value { get; init; }
}

/// <summary>One time that the data left.</summary>
internal sealed class GivenLine
{
    public DateOnly Day { get; init; }

    public string? Role { get; init; }

    public string? Office { get; init; }

    public string What { get; init; } = "";

    public string Table { get; init; } = "";

    public string? Basis { get; init; }
}

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
