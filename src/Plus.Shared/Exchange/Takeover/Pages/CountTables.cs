using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Takeover.Pages;

/// <summary>Counts of one table over all years.</summary>
internal sealed record TableTotal(string Table, IReadOnlyList<ReconciledCount> Lines)
{
    public long? Sum(Func<TakeoverCount, long?> of) =>
        Lines.Any(l => of(l.Count) is not null) ? Lines.Sum(l => of(l.Count) ?? 0) : null;
}

/// <summary>The tables of the reconciliation page.</summary>
internal sealed class CountTables(Texts texts)
{
    public Table<TableTotal> Totals =>
        new("takeover.run.allYears")
        {
            new("table", "takeover.count.table", t => texts["takeover.table." + t.Table]) { NamesRow = true },
            new("expected", "takeover.count.expected", t => t.Sum(c => c.Expected)) { Numeric = true },
            new("inFile", "takeover.count.inFile", t => t.Sum(c => c.InFile)) { Numeric = true },
            new("taken", "takeover.count.taken", t => t.Sum(c => c.Taken)) { Numeric = true },
            new("joined", "takeover.count.joined", t => t.Sum(c => c.Joined)) { Numeric = true },
            new("unchanged", "takeover.count.unchanged", t => t.Sum(c => c.Unchanged)) { Numeric = true },
            new("corrected", "takeover.count.corrected", t => t.Sum(c => c.Corrected)) { Numeric = true },
            new("quarantined", "takeover.count.quarantined", t => t.Sum(c => c.Quarantined)) { Numeric = true },
            new("inDatabase", "takeover.count.inDatabase", t => t.Sum(c => c.InDatabase)) { Numeric = true },
            new("differences", "takeover.count.differences", t => Words(t.Lines.SelectMany(l => l.Differences))),
        };

    public Table<ReconciledCount> ByYear =>
        new("takeover.run.byYear")
        {
            new("table", "takeover.count.table", l => texts["takeover.table." + l.Count.TableCode]) { NamesRow = true },
            new("year", "takeover.count.year", l => Year(l.Count.Year)),
            new("expected", "takeover.count.expected", l => l.Count.Expected) { Numeric = true },
            new("inFile", "takeover.count.inFile", l => l.Count.InFile) { Numeric = true },
            new("taken", "takeover.count.taken", l => l.Count.Taken) { Numeric = true },
            new("joined", "takeover.count.joined", l => l.Count.Joined) { Numeric = true },
            new("unchanged", "takeover.count.unchanged", l => l.Count.Unchanged) { Numeric = true },
            new("corrected", "takeover.count.corrected", l => l.Count.Corrected) { Numeric = true },
            new("quarantined", "takeover.count.quarantined", l => l.Count.Quarantined) { Numeric = true },
            new("inDatabase", "takeover.count.inDatabase", l => l.Count.InDatabase) { Numeric = true },
            new("hoursInFile", "takeover.count.hoursInFile", l => Hours(l.Count, l.Count.MinutesInFile))
            {
                Numeric = true,
            },
            new("hoursInDatabase", "takeover.count.hoursInDatabase", l => Hours(l.Count, l.Count.MinutesInDatabase))
            {
                Numeric = true,
            },
            new("differences", "takeover.count.differences", l => Words(l.Differences)),
        };

    public Table<ReconciledSections> Sections =>
        new("takeover.run.sections")
        {
            new("function", "takeover.sections.function", s => texts["law.function." + s.Count.Function])
            {
                NamesRow = true,
            },
            new("outcome", "takeover.sections.outcome", Outcome),
            new("year", "takeover.count.year", s => Year(s.Count.Year)),
            new("inFile", "takeover.count.inFile", s => s.Count.InFile) { Numeric = true },
            new("quarantined", "takeover.count.quarantined", s => s.Count.Quarantined) { Numeric = true },
            new("inDatabase", "takeover.count.inDatabase", s => s.Count.InDatabase) { Numeric = true },
            new("differences", "takeover.count.differences", s => Words(s.Differences)),
        };

    public Table<TakeoverMarkCount> Marks =>
        new("takeover.run.marks")
        {
            new("mark", "takeover.mark.title", m => texts["takeover.mark." + m.Mark]) { NamesRow = true },
            new("table", "takeover.count.table", m => texts["takeover.table." + m.TableCode]),
            new("rows", "takeover.mark.rows", m => m.Rows) { Numeric = true },
        };

    public static IReadOnlyList<TableTotal> TotalsOf(IReadOnlyList<ReconciledCount> counts) =>
        [.. counts.GroupBy(c => c.Count.TableCode).Select(g => new TableTotal(g.Key, [.. g]))];

    private object? Outcome(ReconciledSections line) =>
        line.Count.Outcome.Length == 0
            ? texts["takeover.sections.open"]
            : texts.Maybe($"law.outcome.{line.Count.Function}.{line.Count.Outcome}") ?? line.Count.Outcome;

    // A year is no amount: it is not written with a blank between the thousands.
    private object Year(int year) =>
        year == 0
            ? texts["takeover.count.yearUnknown"]
            : year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string? Hours(TakeoverCount count, long? minutes) =>
        count.TableCode == "hours" && minutes is { } sum
            ? string.Create(texts.Language.Culture, $"{sum / 60:N0}:{Math.Abs(sum % 60):00}")
            : null;

    private string Words(IEnumerable<string> differences)
    {
        var words = differences.Distinct().Select(d => texts["takeover.difference." + d].ToString()).ToList();
        return words.Count == 0 ? texts["takeover.count.agrees"].ToString() : string.Join("; ", words);
    }
}
