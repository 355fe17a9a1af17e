namespace Plus.Shared.Documents.Merging;

/// <summary>What a content control does.</summary>
public enum TagKind
{
    /// <summary>Shows a field.</summary>
    Field,

    /// <summary>Asks for words when the document is made: <c>ask:deadline</c>, <c>ask.date:answerBy</c>, <c>ask.date.gen:applicationOf</c>.</summary>
    Ask,

    /// <summary>Repeats what stands in it for each row: <c>each:offences</c>.</summary>
    Each,

    /// <summary>Stands only when a flag holds, or a field has a value: <c>if:client.minor</c>.</summary>
    If,

    /// <summary>Stands only when it does not: <c>ifnot:client.minor</c>.</summary>
    IfNot,

    /// <summary>The block in which it is signed.</summary>
    Signature,
}

/// <summary>The tag of a content control, taken apart.</summary>
/// <param name="Code">Code of the field, or the name of what is asked.</param>
/// <param name="Format">What stands behind the colon of a field; null when nothing.</param>
public sealed record FieldTag(TagKind Kind, string Code, string? Format)
{
    public const string SignatureBlock = "signature";

    private const string Day = "date";
    private const string DayIn = "ask.date.";

    /// <summary>A day is asked for.</summary>
    public bool AsksDay => Kind == TagKind.Ask && Format?.Split('.')[0] == Day;

    /// <summary>The grammatical case in which an asked day is written in words; null for digits.</summary>
    public string? AskedCase => Kind == TagKind.Ask && Format?.Split('.') is [_, var form] ? form : null;

    public static FieldTag Parse(string tag)
    {
        var text = tag.Trim();
        if (text == SignatureBlock)
        {
            return new(TagKind.Signature, text, null);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new(TagKind.Field, text, null);
        }

        var (head, rest) = (text[..colon], text[(colon + 1)..]);
        return head switch
        {
            "each" => new(TagKind.Each, rest, null),
            "if" => new(TagKind.If, rest, null),
            "ifnot" => new(TagKind.IfNot, rest, null),
            "ask" => new(TagKind.Ask, rest, null),
            "ask.date" => new(TagKind.Ask, rest, Day),
            _ when head.StartsWith(DayIn, StringComparison.Ordinal) => new(TagKind.Ask, rest, head["ask.".Length..]),
            _ => new(TagKind.Field, head, rest),
        };
    }
}
