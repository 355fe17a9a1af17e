namespace Plus.Shared.Files.Storing;

/// <summary>The steps of saving and deleting, in order; a program that ends before any of them loses nothing.</summary>
internal enum FileStep
{
    /// <summary>The content lies encrypted in the temporary folder.</summary>
    Spooled,

    /// <summary>The row says that the file is being written.</summary>
    RowWritten,

    /// <summary>The file lies in the store.</summary>
    Placed,

    /// <summary>The row says that the file is stored.</summary>
    RowStored,

    /// <summary>The row is gone; what is to be removed is written down.</summary>
    RowGone,

    /// <summary>The file is gone from the store.</summary>
    Removed,
}
