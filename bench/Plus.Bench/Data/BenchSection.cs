using Plus.Law.Sections;

namespace Plus.Bench.Data;

/// <summary>The n-th section of the bench, everything about it following from its number.</summary>
internal readonly struct BenchSection(int number, BenchSize size, DateOnly today)
{
    public int Number => number;

    public int Client => number % size.People;

    public bool Open => number < size.People;

    public int Officer => Client % size.Officers;

    public Guid Id => BenchId.Of(BenchTable.Section, number);

    public Guid ClientId => BenchId.Of(BenchTable.Client, Client);

    public Guid OfficerId => BenchId.Of(BenchTable.Staff, Officer);

    /// <summary>Open ones since up to ten months; closed ones over the four years before.</summary>
    public DateOnly OpenedOn =>
        Open ? today.AddDays(-10 - (number * 7 % 290)) : today.AddDays(-400 - (number * 13 % 1100));

    public DateOnly? ClosedOn => Open ? null : OpenedOn.AddDays(120 + (number % 200));

    public DateOnly TermEndsOn => OpenedOn.AddDays(330 + (number % 300));

    public (string Function, string Measure) Kind =>
        (number % 5) switch
        {
            0 or 1 => ("community_work", "communityWork"),
            2 or 3 => ("supervision", "suspendedSentence"),
            _ => ("probation_supervision", "probationSupervision"),
        };

    public bool HasHours => number % 5 < 2;

    public string State => (Open ? SectionState.Active : SectionState.Closed).ToString().ToLowerInvariant();
}
