namespace Plus.Kernel.Ids;

/// <summary>Identifier of a hostemployer: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct HostEmployerId(Guid Value) : ITypedId<HostEmployerId>
{
    public static HostEmployerId New() => new(Guid.CreateVersion7());

    public static HostEmployerId From(Guid value) => new(value);

    public static bool TryParse(string? text, out HostEmployerId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
