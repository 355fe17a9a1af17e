using Plus.Kernel.Ids;

namespace Plus.Shared.Journal.Timeline;

/// <summary>Lines of a timeline to be drawn.</summary>
/// <param name="Search">What was searched for; marked in the lines.</param>
/// <param name="Open">Long texts are open (for print).</param>
/// <param name="Correctable">Notes carry a link to correct them.</param>
public sealed record TimelineView(
    ClientId Client,
    IReadOnlyList<TimelineWords> Lines,
    string? Search,
    bool Open,
    bool Correctable
);
