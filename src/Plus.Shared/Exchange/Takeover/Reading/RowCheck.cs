using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plus.Law.Identity;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Files;

namespace Plus.Shared.Exchange.Takeover.Reading;

/// <summary>A row held against the contract field by field: its values made plain, and what is wrong with them.</summary>
/// <param name="Values">Composed, trimmed; null where nothing is left. Of a wrong field the value is null.</param>
/// <param name="Reasons">Empty when every field keeps the contract.</param>
internal sealed record RowCheck(
    SourceRow Source,
    TakeoverTable Table,
    string?[] Values,
    IReadOnlyList<IntakeReason> Reasons
)
{
    /// <summary>No day before it is believed.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static RowCheck Of(SourceRow source, TakeoverTable table, DateOnly today)
    {
        var values = new string?[table.Fields.Count];
        var reasons = new List<IntakeReason>();
        if (source.Broken is { } broken)
        {
            reasons.Add(broken);
        }

        for (var i = 0; i < values.Length; i++)
        {
            var field = table.Fields[i];
            var value = PlainText.Clean(source.Values[i]);
            var wrong = value is null
                ? (
                    field.Required && source.Broken is null
                        ? IntakeReason.Of(TakeoverReasons.Missing, field.Name)
                        : null
                )
                : Wrong(field, ref value, today);
            if (wrong is not null)
            {
                reasons.Add(wrong);
            }

            values[i] = wrong is null ? value : null;
        }

        return new RowCheck(source, table, values, reasons);
    }

    /// <summary>SHA-256 of the plain values: equal for the same row in JSONL and CSV.</summary>
    public byte[] ContentHash()
    {
        var all = string.Join('\u001f', Values);
        return SHA256.HashData(Encoding.UTF8.GetBytes(all));
    }

    private static IntakeReason? Wrong(TakeoverField field, ref string value, DateOnly today)
    {
        switch (field.Kind)
        {
            case FieldKind.Name:
                return value.Length > field.Length || NameFolding.Fold(value).Length > field.Length
                    ? TooLong(field, value)
                    : null;
            case FieldKind.PastDay or FieldKind.Day:
                return WrongDay(field, value, today);
            case FieldKind.Time:
                return TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                    ? null
                    : IntakeReason.Of(TakeoverReasons.NoSuchTime, field.Name);
            case FieldKind.Whole:
                return WrongNumber(field, value);
            case FieldKind.Flag:
                return value is "true" or "false" ? null : IntakeReason.Of(TakeoverReasons.NotTrueOrFalse, field.Name);
            case FieldKind.Code:
                return field.Codes.Contains(value, StringComparer.Ordinal)
                    ? null
                    : IntakeReason.Of(
                        TakeoverReasons.UnknownCode,
                        field.Name,
                        ("value", PlainText.Shortened(value, 40))
                    );
            case FieldKind.Hash:
                value = value.ToLowerInvariant();
                return value.Length == field.Length && value.All(char.IsAsciiHexDigit)
                    ? null
                    : IntakeReason.Of(TakeoverReasons.NotAHash, field.Name);
            case FieldKind.Offences when value.Length <= field.Length:
                return OffenceText.TryRead(value, out _)
                    ? null
                    : IntakeReason.Of(TakeoverReasons.NoArticle, field.Name);
            default:
                return value.Length > field.Length ? TooLong(field, value) : null;
        }
    }

    private static IntakeReason TooLong(TakeoverField field, string value) =>
        IntakeReason.Of(TakeoverReasons.TooLong, field.Name, ("length", value.Length), ("longest", field.Length));

    private static IntakeReason? WrongDay(TakeoverField field, string value, DateOnly today)
    {
        if (
            !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return IntakeReason.Of(TakeoverReasons.NoSuchDay, field.Name);
        }

        if (day < Earliest || day > Latest)
        {
            return IntakeReason.Of(TakeoverReasons.DayOutOfRange, field.Name, ("day", day));
        }

        return field.Kind == FieldKind.PastDay && day > today
            ? IntakeReason.Of(TakeoverReasons.FutureDay, field.Name, ("day", day))
            : null;
    }

    private static IntakeReason? WrongNumber(TakeoverField field, string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return IntakeReason.Of(TakeoverReasons.NotWhole, field.Name);
        }

        return number < 0 ? IntakeReason.Of(TakeoverReasons.Negative, field.Name, ("value", number))
            : number > field.Length
                ? IntakeReason.Of(TakeoverReasons.TooLarge, field.Name, ("value", number), ("largest", field.Length))
            : null;
    }
}
