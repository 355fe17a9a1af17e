using Npgsql;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Statistics.Engine;

/// <summary>The totals of every year, from the days on which sections were opened and closed.</summary>
public sealed class FigureYears(FigureCatalog catalog)
{
    /// <summary>Years in order, from the first in which anything was opened to the last asked for.</summary>
    public async Task<IReadOnlyList<YearTotals>> ReadAsync(
        NpgsqlConnection connection,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(FigureSql.ByYear(period), connection);
        period.Bind(command.Parameters, parameters);
        var turns = new List<Turn>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            int? closed = await reader.IsDBNullAsync(2, ct) ? null : reader.GetInt32(2);
            turns.Add(new Turn(reader.GetString(0), reader.GetInt32(1), closed, reader.GetInt64(3)));
        }

        if (turns.Count == 0)
        {
            return [];
        }

        var first = turns.Min(t => t.Opened);
        var years = Enumerable.Range(first, Math.Max(0, period.End.Year - first + 1));
        return [.. years.Select(year => Of(year, turns))];
    }

    // Worked with in a year: opened by its end and not closed before it; requests only in the year they came.
    private YearTotals Of(int year, List<Turn> turns)
    {
        var (worked, started) = (0L, 0L);
        foreach (var source in catalog.Sections.Where(s => s.InClientTotals))
        {
            var own = turns.Where(t => t.Function == source.Function).ToList();
            var opened = own.Where(t => t.Opened == year).Sum(t => t.Sections);
            started += opened;
            worked +=
                source.Basis == YearBasis.Opened
                    ? opened
                    : own.Where(t => t.Opened <= year && !(t.Closed < year)).Sum(t => t.Sections);
        }

        return new YearTotals(year, worked, started);
    }

    /// <summary>Sections opened in one year and closed in another.</summary>
    private sealed record Turn(string Function, int Opened, int? Closed, long Sections);
}

/// <summary>Function records worked with and started in a year.</summary>
public sealed record YearTotals(int Year, long Worked, long Started);
