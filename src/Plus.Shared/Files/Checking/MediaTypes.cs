namespace Plus.Shared.Files.Checking;

/// <summary>Types of content that PLUS knows by the content itself.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Odt = "application/vnd.oasis.opendocument.text";
    public const string Ods = "application/vnd.oasis.opendocument.spreadsheet";
    public const string AsicE = "application/vnd.etsi.asic-e+zip";
    public const string AsicS = "application/vnd.etsi.asic-s+zip";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Tiff = "image/tiff";
    public const string Eml = "message/rfc822";
    public const string Text = "text/plain";

    public static readonly IReadOnlyList<string> All =
    [
        Pdf,
        Docx,
        Xlsx,
        Odt,
        Ods,
        AsicE,
        AsicS,
        Png,
        Jpeg,
        Tiff,
        Eml,
        Text,
    ];

    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        [Pdf] = [".pdf"],
        [Docx] = [".docx"],
        [Xlsx] = [".xlsx"],
        [Odt] = [".odt"],
        [Ods] = [".ods"],
        [AsicE] = [".asice", ".edoc", ".sce"],
        [AsicS] = [".asics", ".scs"],
        [Png] = [".png"],
        [Jpeg] = [".jpg", ".jpeg"],
        [Tiff] = [".tif", ".tiff"],
        [Eml] = [".eml"],
        [Text] = [".txt", ".csv", ".log", ".md"],
    };

    /// <summary>The ending a file of this type is handed out with.</summary>
    public static string EndingOf(string mediaType) => Endings.TryGetValue(mediaType, out var all) ? all[0] : ".bin";

    /// <summary>What people call the type: PDF, DOCX.</summary>
    public static string WordOf(string mediaType) => EndingOf(mediaType)[1..].ToUpperInvariant();

    /// <summary>Whether a file of this type may be called so. A name without an ending says nothing wrong.</summary>
    public static bool MayBeCalled(string mediaType, string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return ending.Length == 0
            || (Endings.TryGetValue(mediaType, out var all) && all.Contains(ending, StringComparer.OrdinalIgnoreCase));
    }
}
