namespace Plus.Kernel.Ids;

/// <summary>Identifier of a office: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct OfficeId(Guid Value) : ITypedId<OfficeId>
{
    public static OfficeId New() => new(Guid.CreateVersion7());

    public static OfficeId From(Guid value) => new(value);

    public static bool TryParse(string? text, out OfficeId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
