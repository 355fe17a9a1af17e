namespace Plus.Shared.Signatures.Checking;

/// <summary>What was found in a file that may carry electronic signatures. Nothing here is a text; pages say it in words.</summary>
/// <param name="Form">What kind of carrier it is.</param>
/// <param name="Signatures">Each signature by itself.</param>
/// <param name="Faults">What is wrong with the carrier as a whole.</param>
/// <param name="Files">Names of the files that were signed, in the carrier's order; none for a PDF.</param>
public sealed record SignatureReport(
    SignatureForm Form,
    IReadOnlyList<CheckedSignature> Signatures,
    IReadOnlyList<SignatureFault> Faults,
    IReadOnlyList<string> Files
)
{
    /// <summary>The judgement of the whole: as bad as its worst part. A file without a signature is not signed.</summary>
    public SignatureVerdict Verdict =>
        Faults.Count > 0 ? SignatureVerdict.Broken
        : Signatures.Count == 0 ? SignatureVerdict.None
        : Signatures.Max(s => s.Verdict);
}

/// <summary>How a file carries its signatures.</summary>
public enum SignatureForm
{
    /// <summary>A container of files with XAdES signatures (<c>.asice</c>, <c>.edoc</c>).</summary>
    AsicE,

    /// <summary>A PDF with signatures inside.</summary>
    Pdf,

    /// <summary>Neither.</summary>
    Other,
}

/// <summary>The judgement of a signature, from good to bad.</summary>
public enum SignatureVerdict
{
    /// <summary>Unchanged, by a certificate of a trusted authority that stood at the time of signing.</summary>
    Valid,

    /// <summary>There is no signature.</summary>
    None,

    /// <summary>Unchanged, but who signed, or when, is vouched for by nobody on the trust list.</summary>
    NotTrusted,

    /// <summary>What was signed is not what lies here, or the signature is none.</summary>
    Broken,
}

/// <summary>One signature as checked.</summary>
public sealed record CheckedSignature
{
    /// <summary>The signer's name as the certificate has it; null without a readable certificate.</summary>
    public string? Signer { get; init; }

    /// <summary>The signer's personal or registration code as the certificate has it.</summary>
    public string? Code { get; init; }

    /// <summary>The organisation in the certificate.</summary>
    public string? Organisation { get; init; }

    /// <summary>Who issued the certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>When the signer says that it was made. Proves nothing.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When a time-stamp authority, or a dated answer about revocation, saw it.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>Who proves that time.</summary>
    public string? ProvenBy { get; init; }

    /// <summary>Whether an answer about revocation is enclosed, and what it says.</summary>
    public RevocationState Revocation { get; init; }

    public IReadOnlyList<SignatureFault> Faults { get; init; } = [];

    public SignatureVerdict Verdict =>
        Faults.Any(f => f < SignatureFault.UnknownAuthority) ? SignatureVerdict.Broken
        : Faults.Any(f => f < SignatureFault.NoTimeStamp) ? SignatureVerdict.NotTrusted
        : SignatureVerdict.Valid;
}

/// <summary>What an enclosed answer of the issuer says of the signer's certificate.</summary>
public enum RevocationState
{
    NotGiven,
    Good,
    Revoked,

    /// <summary>An answer lies there that is not the issuer's, or is not about this certificate.</summary>
    Worthless,
}

/// <summary>
/// What is wrong. The order carries meaning: up to <see cref="NotDetached"/> the signature is broken; from
/// <see cref="UnknownAuthority"/> it is not trusted; from <see cref="NoTimeStamp"/> it is only worth saying.
/// </summary>
public enum SignatureFault
{
    /// <summary>Not readable as what it says it is.</summary>
    Unreadable,

    /// <summary>Larger, or with more parts, than is opened.</summary>
    TooLarge,

    /// <summary>A name in the container climbs out of it, comes twice, or is not printable.</summary>
    BadName,

    /// <summary>Document types or entities stand in the XML.</summary>
    ForbiddenXml,

    /// <summary>An id stands twice, or something signed lies outside its signature.</summary>
    Wrapped,

    /// <summary>A transformation or algorithm that is not accepted.</summary>
    ForbiddenAlgorithm,

    /// <summary>A signed file is missing.</summary>
    FileMissing,

    /// <summary>A signed file was changed.</summary>
    FileChanged,

    /// <summary>A file that the signature does not cover lies in the container.</summary>
    FileNotCovered,

    /// <summary>The properties that the signer signed were changed, or are not signed.</summary>
    PropertiesChanged,

    /// <summary>The certificate is not the one that the signer named.</summary>
    OtherCertificate,

    /// <summary>The signature does not fit what was signed.</summary>
    SignatureWrong,

    /// <summary>The time stamp is not of this signature.</summary>
    TimeStampWrong,

    /// <summary>The PDF's signature leaves out more than itself.</summary>
    RangeWrong,

    /// <summary>The PDF was changed after the last signature.</summary>
    AddedAfterSigning,

    /// <summary>A kind of PDF signature that is not accepted.</summary>
    NotDetached,

    /// <summary>No authority on the trust list vouches for the signer's certificate.</summary>
    UnknownAuthority,

    /// <summary>The certificate did not stand when the signature was made.</summary>
    CertificateNotValid,

    /// <summary>The certificate was revoked before the signature was made.</summary>
    Revoked,

    /// <summary>The certificate is not for signing documents.</summary>
    WrongUse,

    /// <summary>No authority on the trust list vouches for the time stamp.</summary>
    UnknownTimeStampAuthority,

    /// <summary>The time stamp is later than the clock here: one of the two clocks is wrong.</summary>
    TimeStampAhead,

    /// <summary>Nothing proves when it was made.</summary>
    NoTimeStamp,

    /// <summary>An enclosed answer about revocation is not worth anything.</summary>
    RevocationWorthless,

    /// <summary>The container's list of files differs from its files.</summary>
    ManifestDiffers,

    /// <summary>A later signature covers more than this one.</summary>
    LaterRevision,
}
