namespace Plus.Web.Controls;

/// <summary>A control on the page being written, in page order.</summary>
public sealed record FormField(string Name, string FocusId, string Label)
{
    /// <summary>
    /// What the page's model says and what was typed over it; asked only when two people's changes are shown side by side.
    /// </summary>
    public Func<FieldValues> Values { get; init; } =
        () => new FieldValues(new SentValue(null, ""), new SentValue(null, ""));
}

/// <summary>A value as the control sends it, and what it means in words; no words when there is none.</summary>
public sealed record SentValue(string? Words, string Sent)
{
    /// <summary>A value that is its own words.</summary>
    public static SentValue Of(string sent) => new(sent.Length == 0 ? null : sent, sent);
}

/// <summary>What a control would show without what was typed, and with it.</summary>
public sealed record FieldValues(SentValue Model, SentValue Typed);

/// <summary>
/// The controls of the page being written. The body of a page is written before its layout, so the error summary at
/// the top of the layout knows the order in which the fields stand.
/// </summary>
public sealed class FormFields
{
    private readonly List<FormField> fields = [];

    /// <summary>The controls so far, in page order.</summary>
    public IReadOnlyList<FormField> All => fields;

    internal void Add(FormField field) => fields.Add(field);
}
