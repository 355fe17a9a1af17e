using Plus.Law.Identity;
using Plus.Shared.Organisation.Delivered;

namespace Plus.Host.Setup;

/// <summary>
/// A service's own organisation from a folder: regions.csv, offices.csv, office_territories.csv, and territories.csv
/// where codes are used that PLUS does not bring.
/// </summary>
internal static class OrganisationCsv
{
    private static readonly string[] Kinds = ["general", "childrenAndYouth", "central"];

    /// <exception cref="SetupException">A file is missing or wrong, or a code leads nowhere.</exception>
    public static OrganisationFile Read(string folder)
    {
        var regions = CsvTable
            .Read(Path.Combine(folder, "regions.csv"), "code", "name", "from", "to?")
            .Rows.Select(r =>
                (Row: r, Line: new RegionLine(r.Text("code"), r.Text("name"), r.Day("from"), r.MaybeDay("to")))
            )
            .ToList();
        var codes = Unique(regions.Select(r => (r.Row, r.Line.Code)));
        var offices = CsvTable
            .Read(Path.Combine(folder, "offices.csv"), "code", "region", "name", "kind", "from", "to?")
            .Rows.Select(r => (Row: r, Line: Office(r, codes)))
            .ToList();
        var officeCodes = Unique(offices.Select(o => (o.Row, o.Line.Code)));
        if (offices.Count(o => o.Line.Kind == "central") != 1)
        {
            throw new SetupException(
                "offices.csv: exactly one office is central: the administration, without a region."
            );
        }

        var territories = Territories(folder);
        var known = territories.Concat(DeliveredOrganisation.Read().Territories).Select(t => t.Code).ToHashSet();
        var map = CsvTable
            .Read(Path.Combine(folder, "office_territories.csv"), "territory", "office", "from", "to?")
            .Rows.Select(r => new OfficeTerritoryLine(
                known.Contains(r.Text("territory"))
                    ? r.Text("territory")
                    : throw r.Wrong($"territory '{r.Text("territory")}' is not known"),
                officeCodes.Contains(r.Text("office"))
                    ? r.Text("office")
                    : throw r.Wrong($"office '{r.Text("office")}' does not stand in offices.csv"),
                r.Day("from"),
                r.MaybeDay("to")
            ));
        return new OrganisationFile(
            [.. regions.Select(r => r.Line)],
            [.. offices.Select(o => o.Line)],
            territories,
            [.. map]
        );
    }

    private static OfficeLine Office(CsvRow row, HashSet<string> regions)
    {
        var (kind, region) = (row.Text("kind"), row.Maybe("region"));
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw row.Wrong($"kind '{kind}' is not known; it is one of {string.Join(", ", Kinds)}");
        }

        if ((kind == "central") != (region is null) || (region is not null && !regions.Contains(region)))
        {
            throw row.Wrong(
                $"region '{region}' does not fit: every office but the central one names a region of regions.csv"
            );
        }

        return new OfficeLine(row.Text("code"), region, row.Text("name"), kind, row.Day("from"), row.MaybeDay("to"));
    }

    private static List<TerritoryLine> Territories(string folder)
    {
        var path = Path.Combine(folder, "territories.csv");
        if (!File.Exists(path))
        {
            return [];
        }

        var rows = CsvTable.Read(path, "code", "name", "from", "to?").Rows;
        Unique(rows.Select(r => (r, r.Text("code"))));
        return
        [
            .. rows.Select(r =>
                TerritoryCode.TryParse(r.Text("code"), out var code)
                    ? new TerritoryLine(code.Digits, r.Text("name"), r.Day("from"), r.MaybeDay("to"))
                    : throw r.Wrong("a territory's code has seven digits")
            ),
        ];
    }

    private static HashSet<string> Unique(IEnumerable<(CsvRow Row, string Code)> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, code) in codes)
        {
            if (code.Length > 20)
            {
                throw row.Wrong($"the code '{code}' is longer than 20 characters");
            }

            if (!seen.Add(code))
            {
                throw row.Wrong($"the code '{code}' stands twice");
            }
        }

        return seen;
    }
}
