using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>A row of a file: its values in the order of the table's fields, as written.</summary>
/// <param name="Line">Line on which it begins.</param>
/// <param name="LastLine">Line on which it ends.</param>
/// <param name="End">Where the next row begins, in bytes.</param>
/// <param name="Values">Null where nothing is written.</param>
/// <param name="Broken">Why it is no row at all; the values are then empty or incomplete.</param>
internal sealed record SourceRow(int Line, int LastLine, long End, string?[] Values, IntakeReason? Broken)
{
    /// <summary>The id in the old system; null when the row has none.</summary>
    public string? Id => Values[0];
}
