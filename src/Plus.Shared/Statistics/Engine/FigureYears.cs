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
        var turns = new List<(string Function, int Year, long Opened, long Closed)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            turns.Add((reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        if (turns.Count == 0)
        {
            return [];
        }

        var years = Enumerable.Range(turns.Min(t => t.Year), Math.Max(0, period.End.Year - turns.Min(t => t.Year) + 1));
        return [.. years.Select(year => Of(year, turns))];
    }

    // Worked with in a year: opened by its end and not closed before it; requests only in the year they came.
    private YearTotals Of(int year, List<(string Function, int Year, long Opened, long Closed)> turns)
    {
        var (worked, started) = (0L, 0L);
        foreach (var source in catalog.Sections.Where(s => s.InClientTotals))
        {
            var own = turns.Where(t => t.Function == source.Function).ToList();
            var opened = own.Where(t => t.Year == year).Sum(t => t.Opened);
            started += opened;
            worked +=
                source.Basis == YearBasis.Opened
                    ? opened
                    : own.Where(t => t.Year <= year).Sum(t => t.Opened)
                        - own.Where(t => t.Year < year).Sum(t => t.Closed);
        }

        return new YearTotals(year, worked, started);
    }
}

/// <summary>Function records worked with and started in a year.</summary>
public sealed record YearTotals(int Year, long Worked, long Started);
