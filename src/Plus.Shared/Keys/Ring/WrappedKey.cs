namespace Plus.Shared.Keys.Ring;

/// <summary>A key sealed with a master key (AES-256-GCM); safe to store beside what it encrypts.</summary>
/// <param name="KeyId">Which master key sealed it.</param>
/// <param name="Sealed">12 bytes of nonce, the ciphertext, 16 bytes of tag.</param>
public sealed record WrappedKey(string KeyId, byte[] Sealed)
{
    /// <summary><c>keyId.base64</c>, for where only text can be stored.</summary>
    public override string ToString() => KeyId + "." + Convert.ToBase64String(Sealed);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static WrappedKey Parse(string text) =>
        text.Split('.') is [{ Length: > 0 } id, var rest]
            ? new WrappedKey(id, Convert.FromBase64String(rest))
            : throw new FormatException("Not a wrapped key.");
}
