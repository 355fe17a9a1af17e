namespace Plus.Kernel.Ids;

/// <summary>Identifier of a stored file: version 7, made in code; says nothing of its content.</summary>
public readonly record struct FileId(Guid Value) : ITypedId<FileId>
{
    public static FileId New() => new(Guid.CreateVersion7());

    public static FileId From(Guid value) => new(value);

    public static bool TryParse(string? text, out FileId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
