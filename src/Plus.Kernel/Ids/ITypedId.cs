namespace Plus.Kernel.Ids;

/// <summary>A typed identifier over a UUID. Storage converts every implementation by itself.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
