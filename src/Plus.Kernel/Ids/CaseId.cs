namespace Plus.Kernel.Ids;

/// <summary>Identifier of a case: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId New() => new(Guid.CreateVersion7());

    public static CaseId From(Guid value) => new(value);

    public static bool TryParse(string? text, out CaseId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
