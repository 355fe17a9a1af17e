namespace Plus.Kernel.Ids;

/// <summary>Identifier of a basis: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct BasisId(Guid Value) : ITypedId<BasisId>
{
    public static BasisId New() => new(Guid.CreateVersion7());

    public static BasisId From(Guid value) => new(value);

    public static bool TryParse(string? text, out BasisId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
