namespace Plus.Kernel.Ids;

/// <summary>Identifier of a section: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct SectionId(Guid Value) : ITypedId<SectionId>
{
    public static SectionId New() => new(Guid.CreateVersion7());

    public static SectionId From(Guid value) => new(value);

    public static bool TryParse(string? text, out SectionId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
