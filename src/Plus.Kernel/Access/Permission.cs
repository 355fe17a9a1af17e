namespace Plus.Kernel.Access;

/// <summary>How far a permission reaches. Wider ones contain narrower ones.</summary>
public enum AccessScope
{
    None = 0,

    /// <summary>Only what is assigned to the person.</summary>
    Own = 1,

    /// <summary>The offices in which the person works.</summary>
    Office = 2,

    /// <summary>The regions in which the person works.</summary>
    Region = 3,

    /// <summary>The whole service.</summary>
    Service = 4,
}

/// <summary>
/// One permission: a stable code such as <c>clients.view</c>. Its name stands in the texts under
/// <c>permission.&lt;code&gt;</c>.
/// </summary>
public sealed record Permission(string Code)
{
    /// <summary>
    /// Whoever holds it works with records of clients. The database's wall is as wide as the widest of these; a
    /// permission that does not say so opens no client's record.
    /// </summary>
    public bool OfPeople { get; init; }

    /// <summary>It only reads, so that a record opened in need may be read with it.</summary>
    public bool Reads { get; init; }

    /// <summary>The word by which the database's policies ask for it; null where they do not.</summary>
    public string? Word { get; init; }
}
