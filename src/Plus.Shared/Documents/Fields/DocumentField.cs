namespace Plus.Shared.Documents.Fields;

/// <summary>What a field of a template holds.</summary>
public enum FieldType
{
    /// <summary>Words, one line or several.</summary>
    Text,

    /// <summary>A day; in words with a case: <c>section.opened:loc</c>.</summary>
    Date,

    /// <summary>A whole number; <c>:words</c>, <c>:wordsFem</c> put it in words.</summary>
    Number,

    /// <summary>Whole minutes, written as hours.</summary>
    Hours,

    /// <summary>A person's name; with a case: <c>client.name:dat</c>.</summary>
    Name,

    /// <summary>Yes or no, for conditions.</summary>
    Flag,

    /// <summary>Rows, each with fields of its own.</summary>
    Rows,
}

/// <summary>
/// A field that templates may name. Its words stand in the texts under <c>documents.field.name.</c> with the code, in
/// the room that contributes it.
/// </summary>
/// <param name="Code">room.thing, as it stands in the tag of a content control.</param>
public sealed record DocumentField(string Code, FieldType Type)
{
    /// <summary>An invented value, with which templates are tried.</summary>
    public required object? Sample { get; init; }

    /// <summary>The fields of each row; of rows only.</summary>
    public IReadOnlyList<DocumentField> Columns { get; init; } = [];

    /// <summary>Key of its words.</summary>
    public string TextKey => "documents.fieldName." + Code;
}

/// <summary>A personal name with what its cases depend on.</summary>
/// <param name="Sex">M, F or null.</param>
public sealed record NameValue(string Given, string Surname, string? Sex)
{
    /// <summary>Forms written down for this person, where the rule does not fit; by case.</summary>
    public IReadOnlyDictionary<Grammar.LatvianCase, string> Overrides { get; init; } =
        new Dictionary<Grammar.LatvianCase, string>();

    public string In(Grammar.LatvianCase form) =>
        Overrides.TryGetValue(form, out var written) ? written : Grammar.LatvianNames.Full(Given, Surname, form, Sex);
}

/// <summary>The name of an institution; its last word is bent.</summary>
public sealed record InstitutionValue(string Name)
{
    public string In(Grammar.LatvianCase form) => Grammar.LatvianNames.Institution(Name, form);
}
