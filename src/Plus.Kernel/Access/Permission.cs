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
public sealed record Permission(string Code);
