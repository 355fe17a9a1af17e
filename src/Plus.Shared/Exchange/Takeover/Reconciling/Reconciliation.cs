using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Records;

namespace Plus.Shared.Exchange.Takeover.Reconciling;

/// <summary>What does not agree in a line. Text <c>takeover.difference.&lt;code&gt;</c>.</summary>
public static class ReconciliationDifferences
{
    /// <summary>The manifest says another number than the file holds.</summary>
    public const string Manifest = "manifest";

    /// <summary>The manifest says another number, and rows whose day cannot be read lie in quarantine.</summary>
    public const string ManifestByUnreadableDay = "manifestByUnreadableDay";

    /// <summary>Rows lie in quarantine.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>What is in the database is not what was in the file less quarantine.</summary>
    public const string Database = "database";

    public static IReadOnlyList<string> All { get; } = [Manifest, ManifestByUnreadableDay, Quarantine, Database];
}

/// <summary>One line: a table and a year, with what does not agree.</summary>
public sealed record ReconciledCount(TakeoverCount Count, IReadOnlyList<string> Differences);

/// <summary>One line: sections of a function, outcome and year.</summary>
public sealed record ReconciledSections(TakeoverSectionCount Count, IReadOnlyList<string> Differences);

/// <summary>The reconciliation of one run: counts per table and year, sums, and what they come to.</summary>
public sealed record Reconciliation(
    IReadOnlyList<ReconciledCount> Counts,
    IReadOnlyList<ReconciledSections> Sections,
    IReadOnlyList<TakeoverMarkCount> Marks,
    TakeoverVerdict Verdict
)
{
    public static async Task<Reconciliation> ReadAsync(PlusDb db, Guid run, CancellationToken ct)
    {
        var counts = await db.Set<TakeoverCount>().AsNoTracking().Where(c => c.RunId == run).ToListAsync(ct);
        var sections = await db.Set<TakeoverSectionCount>().AsNoTracking().Where(c => c.RunId == run).ToListAsync(ct);
        var marks = await db.Set<TakeoverMarkCount>().AsNoTracking().Where(c => c.RunId == run).ToListAsync(ct);
        return Of(counts, sections, marks);
    }

    internal static Reconciliation Of(
        IReadOnlyList<TakeoverCount> counts,
        IReadOnlyList<TakeoverSectionCount> sections,
        IReadOnlyList<TakeoverMarkCount> marks
    )
    {
        var order = TakeoverContract.Tables.Select((t, i) => (t.Code, i)).ToDictionary(t => t.Code, t => t.i);
        var unreadable = counts.Where(c => c.Year == 0).ToDictionary(c => c.TableCode, c => c.Quarantined);
        var lines = counts
            .OrderBy(c => order.GetValueOrDefault(c.TableCode, int.MaxValue))
            .ThenBy(c => c.Year)
            .Select(c => new ReconciledCount(c, Differences(c, unreadable.GetValueOrDefault(c.TableCode))))
            .ToList();
        var sums = sections
            .OrderBy(s => s.Function, StringComparer.Ordinal)
            .ThenBy(s => s.Year)
            .ThenBy(s => s.Outcome, StringComparer.Ordinal)
            .Select(s => new ReconciledSections(s, Differences(s)))
            .ToList();
        var found = lines.SelectMany(l => l.Differences).Concat(sums.SelectMany(s => s.Differences)).ToHashSet();
        var verdict =
            found.Count == 0 ? TakeoverVerdict.Reconciled
            : found.Contains(ReconciliationDifferences.Manifest) || found.Contains(ReconciliationDifferences.Database)
                ? TakeoverVerdict.Differs
            : TakeoverVerdict.Quarantine;
        return new Reconciliation(
            lines,
            sums,
            [.. marks.OrderBy(m => order.GetValueOrDefault(m.TableCode)).ThenBy(m => m.Mark, StringComparer.Ordinal)],
            verdict
        );
    }

    // Rows without a readable day are in no year of the file, though the manifest may know their year.
    private static List<string> Differences(TakeoverCount count, long unreadable)
    {
        var differences = new List<string>();
        if (count.Year != 0 && Missing(count.Expected, count.InFile) is var rows and not 0)
        {
            differences.Add(
                rows > 0 && rows <= unreadable
                    ? ReconciliationDifferences.ManifestByUnreadableDay
                    : ReconciliationDifferences.Manifest
            );
        }
        else if (count.Year != 0 && Missing(count.MinutesExpected, count.MinutesInFile) != 0)
        {
            differences.Add(
                unreadable > 0 ? ReconciliationDifferences.ManifestByUnreadableDay : ReconciliationDifferences.Manifest
            );
        }

        if (count.Quarantined > 0)
        {
            differences.Add(ReconciliationDifferences.Quarantine);
        }

        var minutesStand = (count.MinutesInDatabase ?? 0) == count.MinutesInFile - count.MinutesQuarantined;
        if ((count.InDatabase ?? 0) != count.InFile - count.Quarantined || !minutesStand)
        {
            differences.Add(ReconciliationDifferences.Database);
        }

        return differences;
    }

    private static List<string> Differences(TakeoverSectionCount count)
    {
        var differences = new List<string>();
        if (count.Quarantined > 0)
        {
            differences.Add(ReconciliationDifferences.Quarantine);
        }

        if (count.InDatabase != count.InFile - count.Quarantined)
        {
            differences.Add(ReconciliationDifferences.Database);
        }

        return differences;
    }

    private static long Missing(long? expected, long inFile) => (expected ?? inFile) - inFile;
}
