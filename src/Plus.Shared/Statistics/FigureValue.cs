namespace Plus.Shared.Statistics;

/// <summary>A figure's value: a number, or codes in their order.</summary>
public sealed class FigureValue : IEquatable<FigureValue>
{
    private FigureValue(decimal? number, IReadOnlyList<string>? list) => (Number, List) = (number, list);

    public decimal? Number { get; }

    public IReadOnlyList<string>? List { get; }

    public static FigureValue OfNumber(decimal number) => new(number, null);

    public static FigureValue OfList(IReadOnlyList<string> list) => new(null, list);

    public bool Equals(FigureValue? other) =>
        other is not null
        && Number == other.Number
        && (List is null ? other.List is null : other.List is not null && List.SequenceEqual(other.List));

    public override bool Equals(object? obj) => Equals(obj as FigureValue);

    public override int GetHashCode() => HashCode.Combine(Number, List?.Count);
}
