namespace Plus.Shared.Documents.Merging;

/// <summary>What a content control does.</summary>
public enum TagKind
{
    /// <summary>Shows a field.</summary>
    Field,

    /// <summary>Asks for words when the document is made: <c>ask:deadline</c>, <c>ask.date:answerBy</c>.</summary>
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
            "ask.date" => new(TagKind.Ask, rest, "date"),
            _ => new(TagKind.Field, head, rest),
        };
    }
}
