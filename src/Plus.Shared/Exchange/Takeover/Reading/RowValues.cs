using System.Globalization;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Reading;

/// <summary>Reads the values of a checked row by the names of the contract.</summary>
internal static class RowValues
{
    public static string? Text(this RowCheck row, string field) => row.Values[Place(row.Table, field)];

    public static DateOnly? Day(this RowCheck row, string field) =>
        row.Text(field) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static int? Whole(this RowCheck row, string field) =>
        row.Text(field) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    public static bool? Flag(this RowCheck row, string field) => row.Text(field) is { } flag ? flag == "true" : null;

    /// <summary>The year the row is counted under; 0 when its day cannot be read.</summary>
    public static int Year(this RowCheck row) =>
        row.Table.YearAt >= 0 && row.Values[row.Table.YearAt] is { } day
            ? int.Parse(day.AsSpan(0, 4), CultureInfo.InvariantCulture)
            : 0;

    /// <summary>The minutes of an entry of hours as the old system has them, negative ones too; 0 when they are none.</summary>
    public static long MinutesInFile(this RowCheck row)
    {
        var at = row.Table.Code == "hours" ? row.Table.PlaceOf("minutes") : -1;
        return
            at >= 0
            && long.TryParse(
                row.Source.Values[at],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var minutes
            )
            && Math.Abs(minutes) < 1_000_000
            ? minutes
            : 0;
    }

    private static int Place(TakeoverTable table, string field)
    {
        var at = table.PlaceOf(field);
        return at >= 0 ? at : throw new InvalidOperationException($"The contract of {table.Code} has no {field}.");
    }
}
