namespace Plus.Kernel.Ids;

/// <summary>Identifier of a staff: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct StaffId(Guid Value) : ITypedId<StaffId>
{
    public static StaffId New() => new(Guid.CreateVersion7());

    public static StaffId From(Guid value) => new(value);

    public static bool TryParse(string? text, out StaffId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
