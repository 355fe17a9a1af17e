namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>What a value of the contract must look like.</summary>
internal enum FieldKind
{
    /// <summary>Text, at most so many characters.</summary>
    Text,

    /// <summary>A person's name: text that is refused when it is longer than people's names are.</summary>
    Name,

    /// <summary>A day that has been, yyyy-MM-dd.</summary>
    PastDay,

    /// <summary>Any day, yyyy-MM-dd.</summary>
    Day,

    /// <summary>A time of day, HH:mm.</summary>
    Time,

    /// <summary>A whole number, not negative.</summary>
    Whole,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>One of the codes of a list.</summary>
    Code,

    /// <summary>Offences, as 175(2) or 168^1(2), blanks between.</summary>
    Offences,

    /// <summary>SHA-256, 64 hexadecimal digits.</summary>
    Hash,
}

/// <summary>One field of a table of the contract; its description in docs/takeover.md is made from it.</summary>
/// <param name="Length">Longest text; largest number.</param>
internal sealed record TakeoverField(string Name, FieldKind Kind, int Length, string Example, string About)
{
    public bool Required { get; init; }

    public IReadOnlyList<string> Codes { get; init; } = [];
}
