namespace Plus.Shared.Documents.Docx;

/// <summary>What a file is, judged by its content and never by its name.</summary>
/// <param name="Extension">With the dot, as it is handed out.</param>
public sealed record FileKind(string MediaType, string Extension)
{
    /// <summary>Largest file taken in, bytes.</summary>
    public const int Largest = 25 * 1024 * 1024;

    public static readonly FileKind Docx = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx"
    );
    public static readonly FileKind Pdf = new("application/pdf", ".pdf");
    public static readonly FileKind Jpeg = new("image/jpeg", ".jpg");
    public static readonly FileKind Png = new("image/png", ".png");
    public static readonly FileKind Container = new("application/vnd.etsi.asic-e+zip", ".asice");

    private static readonly FileKind[] All = [Docx, Pdf, Jpeg, Png, Container];

    public bool IsDocx => this == Docx;

    /// <summary>The kind, or null with the code of why it is refused: empty, tooLarge, unknown, or what the check of a DOCX says.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes, out string why)
    {
        why = "";
        if (bytes.Length == 0)
        {
            why = "empty";
            return null;
        }

        if (bytes.Length > Largest)
        {
            why = "tooLarge";
            return null;
        }

        if (bytes.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (bytes is [0xFF, 0xD8, 0xFF, ..])
        {
            return Jpeg;
        }

        if (bytes is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..])
        {
            return Png;
        }

        if (bytes is not [0x50, 0x4B, 0x03, 0x04, ..])
        {
            why = "unknown";
            return null;
        }

        return ZipKind.Of(bytes.ToArray(), out why);
    }

    /// <summary>The kind of a stored media type.</summary>
    public static FileKind OfMediaType(string mediaType) =>
        All.FirstOrDefault(k => k.MediaType == mediaType) ?? new(mediaType, ".bin");
}
