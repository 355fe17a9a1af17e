using Plus.Kernel.Ids;

namespace Plus.Shared.Statistics.Engine;

/// <summary>One record behind a figure: a section, or (with <see cref="Label"/>) a contract, an office, a region.</summary>
public sealed record FigureRow
{
    public SectionId? Section { get; init; }

    public ClientId? Client { get; init; }

    public string GivenName { get; init; } = "";

    public string Surname { get; init; } = "";

    public string? CaseNumber { get; init; }

    public string? Function { get; init; }

    public string? Measure { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Outcome { get; init; }

    public string? Article { get; init; }

    public string? Office { get; init; }

    /// <summary>Minutes worked in the period, for figures that are sums of hours.</summary>
    public long? Minutes { get; init; }

    /// <summary>Name of a record that is no section.</summary>
    public string? Label { get; init; }
}

/// <summary>Minutes of a period by section, side by side.</summary>
public sealed record SectionMinutes(Guid[] Sections, long[] Minutes);

/// <summary>A page of the records behind a figure.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Minutes">Sum of their minutes, for figures that are sums of hours.</param>
public sealed record FigureRowPage(IReadOnlyList<FigureRow> Rows, long Total, long? Minutes);
