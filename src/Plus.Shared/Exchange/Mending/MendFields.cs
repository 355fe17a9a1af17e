using System.Globalization;
using System.Text.RegularExpressions;
using Plus.Shared.Exchange.Messages;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Mending;

/// <summary>Fields that belong together: the document, the person, one measure.</summary>
internal sealed record MendGroup(string Heading, IReadOnlyList<MendField> Fields);

/// <summary>A field as it is shown.</summary>
internal sealed record MendField(
    string Name,
    string Label,
    MemberKind Kind,
    object? Value,
    IReadOnlyList<Choice> Choices,
    int? Width
);

/// <summary>The members of a message as fields with words; their names in the form follow from their paths.</summary>
internal sealed partial class MendFields(IReadOnlyList<FormMember> members, Texts texts)
{
    private const string Prefix = "m.";

    public IReadOnlyList<MendGroup> Groups =>
        [.. members.GroupBy(m => m.Group).Select(g => new MendGroup(HeadingOf(g.Key), [.. g.Select(FieldOf)]))];

    /// <summary>The path that a form's field is about; null when it is none of these fields.</summary>
    public static string? PathOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
            ? Numbers().Replace(name[Prefix.Length..], "[${place}]")
            : null;

    /// <summary>The field to which an error about a member belongs; empty for the whole form.</summary>
    public string NameFor(string? path)
    {
        var field =
            members.FirstOrDefault(m => m.Path == path)
            ?? members.FirstOrDefault(m =>
                path is not null
                && (
                    m.Path.StartsWith(path + ".", StringComparison.Ordinal)
                    || m.Path.StartsWith(path + "[", StringComparison.Ordinal)
                )
            );
        return field is null ? "" : NameOf(field.Path);
    }

    /// <summary>A reason with the field called as the form calls it.</summary>
    public string WordsOf(IntakeReason reason)
    {
        var field = members.FirstOrDefault(m => m.Path == reason.Field);
        return ReasonText.Of(field is null ? reason : reason with { Field = LabelOf(field.Path) }, texts);
    }

    private static string NameOf(string path) =>
        Prefix + path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private MendField FieldOf(FormMember member)
    {
        var isDay = DateOnly.TryParseExact(
            member.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        return new MendField(
            NameOf(member.Path),
            LabelOf(member.Path),
            member.Member.Kind,
            member.Member.Kind == MemberKind.Day && isDay ? day : member.Value,
            [.. member.Member.Choices.Append(member.Value ?? "").Where(c => c.Length > 0).Distinct().Select(ChoiceOf)],
            member.Member.Kind == MemberKind.Number ? 5 : null
        );
    }

    private Choice ChoiceOf(string code) =>
        new(
            code,
            texts.Maybe("exchange.value." + code) ?? texts.Maybe("law.measure." + code) ?? PlainText.Shortened(code, 60)
        );

    private string HeadingOf(string group)
    {
        if (group.Length == 0)
        {
            return texts["exchange.mend.document"];
        }

        var at = group.IndexOf('[', StringComparison.Ordinal);
        return at < 0
            ? texts["exchange.member." + group]
            : texts["exchange.member." + group[..at]]
                + " "
                + (int.Parse(group.AsSpan(at + 1, group.Length - at - 2), CultureInfo.InvariantCulture) + 1).ToString(
                    CultureInfo.InvariantCulture
                );
    }

    // Of a member within a member both are named: the months of the electronic monitoring.
    private string LabelOf(string path)
    {
        var steps = path.Split('.').Where(s => !s.EndsWith(']')).ToList();
        var names = (steps.Count > 1 && steps[^2] == "electronicMonitoring" ? steps[^2..] : steps[^1..]).Select(s =>
            texts["exchange.member." + s].ToString()
        );
        return string.Join(": ", names);
    }

    [GeneratedRegex(@"\.(?<place>[0-9]{1,4})(?=\.|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
