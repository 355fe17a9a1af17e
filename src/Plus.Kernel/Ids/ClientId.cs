namespace Plus.Kernel.Ids;

/// <summary>Identifier of a client: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct ClientId(Guid Value) : ITypedId<ClientId>
{
    public static ClientId New() => new(Guid.CreateVersion7());

    public static ClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ClientId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
