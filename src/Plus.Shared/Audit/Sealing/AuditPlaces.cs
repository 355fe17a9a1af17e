namespace Plus.Shared.Audit.Sealing;

/// <summary>Where the proof of the audit lies outside the database.</summary>
/// <param name="Folder">Holds the signed heads and the public keys.</param>
/// <param name="KeyPath">The private key that signs, readable by its owner alone.</param>
/// <param name="CopyFolder">A second place for the heads, best on another machine; null when there is none.</param>
public sealed record AuditPlaces(string Folder, string KeyPath, string? CopyFolder)
{
    /// <summary>
    /// PLUS_AUDIT_FOLDER, else <c>audit</c> in the data folder; PLUS_AUDIT_KEY, else <c>signing-key.pem</c> there;
    /// PLUS_AUDIT_HEADS_COPY.
    /// </summary>
    public static AuditPlaces FromEnvironment(string dataFolder)
    {
        var folder = Path.GetFullPath(Read("PLUS_AUDIT_FOLDER") ?? Path.Combine(dataFolder, "audit"));
        return new AuditPlaces(
            folder,
            Path.GetFullPath(Read("PLUS_AUDIT_KEY") ?? Path.Combine(folder, "signing-key.pem")),
            Read("PLUS_AUDIT_HEADS_COPY")
        );
    }

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
