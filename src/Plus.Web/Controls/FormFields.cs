namespace Plus.Web.Controls;

/// <summary>A control on the page being written, in page order.</summary>
public sealed record FormField(string Name, string FocusId, string Label);

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
