namespace Plus.Shared.Files.Checking;

/// <summary>What a file is taken in for: which types of content, and how large at most.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="MaxBytes">The largest size in bytes; that many are still taken.</param>
/// <param name="Types">Media types that are taken.</param>
public sealed record UploadKind(string Code, long MaxBytes, IReadOnlyList<string> Types)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A paper that was scanned: PDF or picture.</summary>
    public static readonly UploadKind Scan = new(
        "scan",
        100 * Megabyte,
        [MediaTypes.Pdf, MediaTypes.Png, MediaTypes.Jpeg, MediaTypes.Tiff]
    );

    /// <summary>Any document of a case file.</summary>
    public static readonly UploadKind Document = new("document", 50 * Megabyte, MediaTypes.All);

    /// <summary>A document that is written in a word processor.</summary>
    public static readonly UploadKind Writing = new("writing", 30 * Megabyte, [MediaTypes.Docx, MediaTypes.Odt]);

    /// <summary>A template.</summary>
    public static readonly UploadKind Template = new("template", 10 * Megabyte, [MediaTypes.Docx]);

    /// <summary>An e-mail as it came.</summary>
    public static readonly UploadKind Mail = new("mail", 50 * Megabyte, [MediaTypes.Eml]);

    /// <summary>A signed container or a signed PDF.</summary>
    public static readonly UploadKind Signed = new(
        "signed",
        100 * Megabyte,
        [MediaTypes.AsicE, MediaTypes.AsicS, MediaTypes.Pdf]
    );
}
