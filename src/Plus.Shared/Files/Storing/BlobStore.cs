namespace Plus.Shared.Files.Storing;

/// <summary>
/// A place for encrypted files, each under its address (SHA-256 of its bytes, hexadecimal). What lies there never
/// changes; it is put, read, listed and removed.
/// </summary>
internal abstract class BlobStore
{
    /// <summary>The code that rows carry.</summary>
    public abstract string Code { get; }

    /// <summary>Puts the file there, on the disk or acknowledged when it returns. The temporary file may be moved away.</summary>
    public abstract Task PutAsync(string address, string path, CancellationToken ct);

    /// <summary>The file, seekable; null when it is not there.</summary>
    public abstract Task<Stream?> OpenAsync(string address, CancellationToken ct);

    /// <summary>Bytes of the file; null when it is not there.</summary>
    public abstract Task<long?> SizeAsync(string address, CancellationToken ct);

    /// <summary>Removes the file; nothing happens when it is not there.</summary>
    public abstract Task RemoveAsync(string address, CancellationToken ct);

    /// <summary>Every address there, in order.</summary>
    public abstract IAsyncEnumerable<string> ListAsync(CancellationToken ct);

    /// <summary>Whether it has the form of an address: nothing else ever becomes a path.</summary>
    public static bool IsAddress(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
