using System.Diagnostics.CodeAnalysis;

namespace Plus.Kernel.Results;

/// <summary>What a handler answers: a value, or the refusal that says why there is none.</summary>
public sealed class Outcome<T>
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an outcome that has nothing more to say than that it was done.</summary>
public readonly record struct Unit
{
    public static readonly Unit Value;
}
