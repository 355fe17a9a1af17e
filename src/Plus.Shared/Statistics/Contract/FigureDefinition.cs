namespace Plus.Shared.Statistics.Contract;

/// <summary>
/// One figure of the yearly report. Its name and definition stand in the texts under <c>figure.&lt;key&gt;.name</c> and
/// <c>figure.&lt;key&gt;.definition</c>.
/// </summary>
/// <param name="Key">Stable key, as in the published report.</param>
/// <param name="Unit">Unit code; its name stands under <c>figure.unit.&lt;code&gt;</c>.</param>
/// <param name="Made">How it is made of counters and sums.</param>
/// <param name="Decimals">Printed decimals; rounded half up.</param>
public sealed record FigureDefinition(string Key, string Unit, FigureMaking Made, int Decimals = 0)
{
    /// <summary>The part of the report it stands in: the key up to its first dot.</summary>
    public string Part => Key[..Key.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>How a figure is made.</summary>
public abstract record FigureMaking;

/// <summary>Records counted.</summary>
public sealed record CountOf(string Counter) : FigureMaking;

/// <summary>Part of a whole in percent; no data when the whole is empty.</summary>
public sealed record ShareOf(string Part, string Whole) : FigureMaking;

/// <summary>Minutes summed, in hours.</summary>
public sealed record HoursOf(string Sum) : FigureMaking;

/// <summary>Hours valued at the minimum hourly tariff of their month, in thousand euro; no data when a month has no tariff.</summary>
public sealed record ValueOf(string Sum) : FigureMaking;

/// <summary>A baseline to the end of an earlier year and the value of the hours since, in thousand euro.</summary>
public sealed record ValueSince(string Sum, string Baseline) : FigureMaking;

/// <summary>A baseline to the end of an earlier year and the records counted since.</summary>
public sealed record CountSince(string Counter, string Baseline) : FigureMaking;

/// <summary>The largest groups in their order.</summary>
public sealed record OrderOf(string Order) : FigureMaking;
