using System.Globalization;
using Plus.Law.Identity;
using Plus.Web.Binding;

namespace Plus.Shared.Clients.Data.Editing;

/// <summary>
/// The answers of a form as typed, read forgivingly. What is missing or cannot be read is noted under the field, and the
/// form comes back with everything that was typed.
/// </summary>
internal sealed class FormAnswers(
    string form,
    IReadOnlyList<DataField> fields,
    Func<string, string[]> typed,
    DateOnly today
)
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>Text keys of what is wrong, by field; the empty field is the whole form.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    public DateOnly Today => today;

    public void Refuse(string field, string textKey) => _errors.TryAdd(field, textKey);

    /// <summary>The text, cleaned; null when empty.</summary>
    public string? Text(string name)
    {
        var field = Of(name);
        var text = Raw(name);
        text = field.Kind == FieldKind.Long ? text?.Trim() : NameFolding.Clean(text);
        if (string.IsNullOrEmpty(text))
        {
            Missing(field);
            return null;
        }

        if (text.Length > field.Longest)
        {
            Refuse(name, $"web.error.tooLong|max={field.Longest}");
        }

        return text;
    }

    public DateOnly? Day(string name)
    {
        var text = Raw(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            Missing(Of(name));
            return null;
        }

        if (ForgivingDate.TryRead(text, today, out var day))
        {
            return day;
        }

        Refuse(name, "clients.data.dayUnreadable");
        return null;
    }

    /// <summary>A day that is today or earlier.</summary>
    public DateOnly? PastDay(string name)
    {
        var day = Day(name);
        if (day > today)
        {
            Refuse(name, "clients.data.dayInFuture");
        }

        return day;
    }

    /// <summary>One of the field's codes; null when none was chosen.</summary>
    public string? Choice(string name)
    {
        var field = Of(name);
        var code = Raw(name);
        if (string.IsNullOrEmpty(code))
        {
            Missing(field);
            return null;
        }

        if (field.Choices.All(c => c.Value != code))
        {
            Refuse(name, "web.error.invalid");
            return null;
        }

        return code;
    }

    /// <summary>The chosen codes of a group.</summary>
    public string[] Codes(string name) =>
        [.. typed(name).Where(c => Of(name).Choices.Any(x => x.Value == c)).Distinct()];

    public int? Number(string name, int most)
    {
        var text = Raw(name)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Missing(Of(name));
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        Refuse(name, "web.error.number");
        return null;
    }

    /// <summary>A field exactly as typed.</summary>
    public string? Raw(string name) => typed(name).FirstOrDefault()?.Replace("\0", "", StringComparison.Ordinal);

    private DataField Of(string name) => fields.First(f => f.Name == name);

    private void Missing(DataField field)
    {
        if (!field.Optional)
        {
            Refuse(field.Name, $"clients.data.{form}.{field.Name}.missing");
        }
    }
}
