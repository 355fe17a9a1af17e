using Plus.Kernel.Results;

namespace Plus.Shared.Files.Checking;

/// <summary>
/// Judges a file by its content: what it is, and whether anything in it could do harm or does not belong. Nothing is
/// read from anywhere but the content, and nothing is written.
/// </summary>
public static class UploadCheck
{
    /// <summary>Judges it.</summary>
    /// <param name="content">Seekable; left open.</param>
    /// <param name="kind">What it is taken in for.</param>
    /// <param name="fileName">Its name; only the ending is looked at. Null when it has none.</param>
    /// <returns>The media type, or why it is refused.</returns>
    public static Outcome<string> Judge(Stream content, UploadKind kind, string? fileName)
    {
        if (content.Length == 0)
        {
            return new FileRefused("empty");
        }

        if (content.Length > kind.MaxBytes)
        {
            return FileRefused.TooLarge(kind);
        }

        content.Position = 0;
        var first = new byte[(int)Math.Min(content.Length, 4096)];
        content.ReadExactly(first);
        var found = Signatures.Of(first) switch
        {
            { Refused: { } why } => new FileRefused(why),
            { IsZip: true } => ZipCheck.Judge(content),
            { MediaType: { } known } => known,
            _ => TextCheck.Judge(content, first),
        };
        content.Position = 0;
        if (!found.Done)
        {
            return found;
        }

        var word = new Dictionary<string, object?> { ["type"] = MediaTypes.WordOf(found.Value) };
        if (!kind.Types.Contains(found.Value, StringComparer.Ordinal))
        {
            return new FileRefused("notOfKind") { Said = word };
        }

        return fileName is null || MediaTypes.MayBeCalled(found.Value, fileName)
            ? found
            : new FileRefused("wrongName") { Said = word };
    }
}
