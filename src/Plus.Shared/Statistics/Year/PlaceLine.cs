using Plus.Kernel.Ids;
using Plus.Shared.Statistics.Engine;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Year;

/// <summary>One region or office of the breakdown. What no office carries out yet has no code.</summary>
internal sealed record PlaceLine(string Code, string Region, string Name, IReadOnlyList<long> Counts);

/// <summary>The counts of a year by region and by office.</summary>
internal static class PlaceLines
{
    public static IEnumerable<PlaceLine> OfRegions(
        FigurePlaceList places,
        IReadOnlyList<(OfficeId? Office, IReadOnlyList<long> Counts)> read,
        Texts texts
    ) =>
        places
            .Regions.Select(r => new PlaceLine(
                r.Code,
                r.Name,
                r.Name,
                Sum(read.Where(c => c.Office is { } o && r.Offices.Any(own => own.Id == o)).Select(c => c.Counts))
            ))
            .Concat(Nowhere(read, texts));

    public static IEnumerable<PlaceLine> OfOffices(
        FigurePlaceList places,
        IReadOnlyList<OfficeId>? offices,
        IReadOnlyList<(OfficeId? Office, IReadOnlyList<long> Counts)> read,
        Texts texts
    ) =>
        places
            .Regions.SelectMany(r => r.Offices.Select(o => (Region: r, Office: o)))
            .Where(o => offices is null || offices.Contains(o.Office.Id))
            .Select(o => new PlaceLine(
                o.Office.Code,
                o.Region.Name,
                o.Office.Name,
                Sum(read.Where(c => c.Office == o.Office.Id).Select(c => c.Counts))
            ))
            .Concat(Nowhere(read, texts));

    public static Table<PlaceLine> Table()
    {
        var table = new Table<PlaceLine>("figures.offices")
        {
            new("region", "figures.column.region", l => l.Region),
            new("office", "figures.column.office", l => l.Name) { NamesRow = true },
        };
        foreach (var (counter, i) in FigureOffices.Counters.Select((c, i) => (c, i)))
        {
            table.Add(new Column<PlaceLine>(counter, $"figure.{counter}.name", l => l.Counts[i]) { Numeric = true });
        }

        return table;
    }

    private static IEnumerable<PlaceLine> Nowhere(
        IEnumerable<(OfficeId? Office, IReadOnlyList<long> Counts)> read,
        Texts texts
    ) => read.Where(c => c.Office is null).Select(c => new PlaceLine("", "", texts["figures.noOffice"], c.Counts));

    private static long[] Sum(IEnumerable<IReadOnlyList<long>> counts)
    {
        var sum = new long[FigureOffices.Counters.Count];
        foreach (var (count, i) in counts.SelectMany(c => c.Select((count, i) => (count, i))))
        {
            sum[i] += count;
        }

        return sum;
    }
}
