using System.Globalization;
using System.Text.Json;
using Plus.Law.Calendar;

namespace Plus.Shared.Exchange.Messages;

/// <summary>
/// Reads the members of one JSON object by name, collects what is wrong with them and remembers which were asked for:
/// the rest are unknown members. A member that is null counts as absent.
/// </summary>
internal sealed class ObjectReader
{
    private const int LargestNumber = 100_000;

    private readonly JsonElement element;
    private readonly string path;
    private readonly ReadingLog log;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public ObjectReader(JsonElement element, string path, ReadingLog log)
    {
        (this.element, this.path, this.log) = (element, path, log);
        log.Opened.Add(this);
    }

    public string PathOf(string name) => path.Length == 0 ? name : path + "." + name;

    public void Wrong(string code, string? name, params (string Name, object? Value)[] values) =>
        log.Reasons.Add(IntakeReason.Of(code, name is null ? null : PathOf(name), values));

    public string? Text(string name, int longest, bool required = false)
    {
        if (!Find(name, required, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(IntakeReasons.WrongType, name, ("value", Shown(value)));
            return null;
        }

        if (!TryString(value, out var written))
        {
            Wrong(IntakeReasons.UnreadableText, name);
            return null;
        }

        var text = PlainText.Clean(written);
        if (text is null && required)
        {
            Wrong(IntakeReasons.Missing, name);
        }
        else if (text?.Length > longest)
        {
            Wrong(IntakeReasons.TextTooLong, name, ("longest", longest), ("length", text.Length));
            return null;
        }

        return text;
    }

    /// <summary>One of the given codes, written exactly so.</summary>
    public string? Code(string name, bool required, params string[] known)
    {
        var text = Text(name, 200, required);
        if (text is not null && !known.Contains(text, StringComparer.Ordinal))
        {
            Wrong(IntakeReasons.UnknownValue, name, ("value", text), ("known", string.Join(", ", known)));
            return null;
        }

        return text;
    }

    public Guid? Id(string name, string missing = IntakeReasons.Missing)
    {
        if (!Find(name, false, out var value))
        {
            Wrong(missing, name);
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) && id != Guid.Empty)
        {
            return id;
        }

        Wrong(IntakeReasons.NotAnId, name, ("value", Shown(value)));
        return null;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (!Find(name, true, out var value))
        {
            return null;
        }

        if (
            value.ValueKind == JsonValueKind.String
            && value.TryGetDateTimeOffset(out var instant)
            && instant.UtcDateTime.Year is >= WorkingCalendar.FirstYear and <= WorkingCalendar.LastYear
        )
        {
            return instant.ToUniversalTime();
        }

        Wrong(IntakeReasons.NotAnInstant, name, ("value", Shown(value)));
        return null;
    }

    /// <summary>A day written yyyy-MM-dd.</summary>
    /// <param name="counted">Deadlines are counted from it: it must lie within the calendar.</param>
    public DateOnly? Day(string name, bool required = false, bool counted = false)
    {
        if (!Find(name, required, out var value))
        {
            return null;
        }

        if (
            value.ValueKind != JsonValueKind.String
            || !TryString(value, out var text)
            || !DateOnly.TryParseExact(
                text.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            Wrong(IntakeReasons.NoSuchDay, name, ("value", Shown(value)));
            return null;
        }

        // A deadline must still end within the calendar.
        if (
            counted
                ? day.Year is < WorkingCalendar.FirstYear or >= WorkingCalendar.LastYear
                : day.Year is < 1850 or > 2200
        )
        {
            Wrong(IntakeReasons.DayOutOfRange, name, ("value", day));
            return null;
        }

        return day;
    }

    /// <summary>A whole number from the least on.</summary>
    public int? Number(string name, int least, string tooSmall, bool required = true, int largest = LargestNumber)
    {
        if (!Find(name, required, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            Wrong(IntakeReasons.NotANumber, name, ("value", Shown(value)));
            return null;
        }

        if (!value.TryGetDecimal(out var number) || number > largest)
        {
            // What does not even fit a decimal is huge, of either sign.
            Wrong(
                value.GetRawText().StartsWith('-') ? tooSmall : IntakeReasons.NumberTooLarge,
                name,
                ("value", Shown(value)),
                ("least", least),
                ("largest", largest)
            );
            return null;
        }

        if (number < least)
        {
            Wrong(tooSmall, name, ("value", number), ("least", least));
            return null;
        }

        if (decimal.Truncate(number) != number)
        {
            Wrong(IntakeReasons.NotWhole, name, ("value", number));
            return null;
        }

        return (int)number;
    }

    public ObjectReader? Object(string name, bool required = false, string missing = IntakeReasons.Missing)
    {
        if (!Find(name, false, out var value))
        {
            if (required)
            {
                Wrong(missing, name);
            }

            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new ObjectReader(value, PathOf(name), log);
        }

        Wrong(IntakeReasons.WrongType, name, ("value", Shown(value)));
        return null;
    }

    /// <summary>The objects of an array; none when it is absent.</summary>
    public IEnumerable<ObjectReader> Objects(string name)
    {
        if (!Find(name, false, out var value))
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(IntakeReasons.WrongType, name, ("value", Shown(value)));
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new ObjectReader(item, PathOf(at), log);
            }
            else
            {
                Wrong(IntakeReasons.WrongType, at, ("value", Shown(item)));
            }
        }
    }

    /// <summary>Paths of the members nobody asked for.</summary>
    public IEnumerable<string> Unknown() =>
        element.EnumerateObject().Where(m => !_asked.Contains(NameOf(m))).Select(m => PathOf(NameOf(m)));

    private bool Find(string name, bool required, out JsonElement value)
    {
        _asked.Add(name);
        if (element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null)
        {
            return true;
        }

        if (required)
        {
            Wrong(IntakeReasons.Missing, name);
        }

        return false;
    }

    // A lone surrogate is no text, and PostgreSQL stores no NUL.
    private static bool TryString(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return !text.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return PlainText.Shortened(member.Name, 100);
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TryString(value, out var text) ? text : value.GetRawText();
}
