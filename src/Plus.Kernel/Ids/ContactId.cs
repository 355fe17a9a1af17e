namespace Plus.Kernel.Ids;

/// <summary>Identifier of a contact: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct ContactId(Guid Value) : ITypedId<ContactId>
{
    public static ContactId New() => new(Guid.CreateVersion7());

    public static ContactId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ContactId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
