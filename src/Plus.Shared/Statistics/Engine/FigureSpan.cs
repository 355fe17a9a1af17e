using Plus.Kernel.Ids;
using Plus.Law.Rules;

namespace Plus.Shared.Statistics.Engine;

/// <summary>Years in a row, both included, and the offices they are counted for (null = the whole service).</summary>
public sealed record FigureSpan(int First, int Last, IReadOnlyList<OfficeId>? Offices)
{
    /// <summary>See <see cref="FigurePeriod.Closed"/>.</summary>
    public IReadOnlyList<ClientId> Closed { get; init; } = [];

    public IEnumerable<int> Years => Enumerable.Range(First, Math.Max(0, Last - First + 1));

    /// <summary>From the first day of the first year to the last day of the last.</summary>
    public FigurePeriod Whole => Period(Last) with { Start = new DateOnly(First, 1, 1) };

    public FigurePeriod Period(int year) => FigurePeriod.OfYear(year, Offices) with { Closed = Closed };

    /// <summary>The years in stretches of those that take ages alike.</summary>
    internal IEnumerable<FigureSpan> Runs(LegalParameters parameters)
    {
        var begin = First;
        for (var year = First; year <= Last; year++)
        {
            if (year == Last || Ages(year, parameters) != Ages(year + 1, parameters))
            {
                yield return this with
                {
                    First = begin,
                    Last = year,
                };
                begin = year + 1;
            }
        }
    }

    private (string Day, int Youth, int Adults) Ages(int year, LegalParameters parameters)
    {
        var period = Period(year);
        return (
            period.AgeDay(parameters),
            parameters.Get(ParameterCodes.AgeBandYouthFrom, period.End).WholeNumber,
            parameters.Get(ParameterCodes.AgeBandAdultsFrom, period.End).WholeNumber
        );
    }
}
