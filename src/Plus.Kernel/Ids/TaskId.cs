namespace Plus.Kernel.Ids;

/// <summary>Identifier of a task: version 7, made in code; never shown to people and never a personal code.</summary>
public readonly record struct TaskId(Guid Value) : ITypedId<TaskId>
{
    public static TaskId New() => new(Guid.CreateVersion7());

    public static TaskId From(Guid value) => new(value);

    public static bool TryParse(string? text, out TaskId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
