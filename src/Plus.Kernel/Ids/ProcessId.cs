namespace Plus.Kernel.Ids;

/// <summary>Identifier of a process: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct ProcessId(Guid Value) : ITypedId<ProcessId>
{
    public static ProcessId New() => new(Guid.CreateVersion7());

    public static ProcessId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ProcessId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
