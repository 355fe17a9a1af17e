namespace Plus.Kernel.Ids;

/// <summary>Identifier of a region: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct RegionId(Guid Value) : ITypedId<RegionId>
{
    public static RegionId New() => new(Guid.CreateVersion7());

    public static RegionId From(Guid value) => new(value);

    public static bool TryParse(string? text, out RegionId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
