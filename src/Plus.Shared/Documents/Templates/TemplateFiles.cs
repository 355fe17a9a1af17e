using System.Collections.Concurrent;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Documents.Templates;

/// <summary>The bytes of versions of templates: of the store of files, or of PLUS itself for those it delivers.</summary>
public sealed class TemplateFiles(DocumentFiles files)
{
    private static readonly ConcurrentDictionary<string, byte[]> Delivered = new(StringComparer.Ordinal);

    public Task<byte[]> ReadAsync(TemplateVersion version, CancellationToken ct) =>
        version.DeliveredAs is { } name
            ? Task.FromResult(Delivered.GetOrAdd(name, ReadDelivered))
            : files.ReadAsync(
                version.FileId ?? throw new InvalidDataException("A version of a template lies nowhere."),
                ct
            );

    /// <summary>A delivered DOCX by its name. It never changes: a better one is delivered under the next number.</summary>
    internal static byte[] ReadDelivered(string name)
    {
        using var stream =
            typeof(TemplateFiles).Assembly.GetManifestResourceStream("Plus.Shared/Documents/Delivered/" + name)
            ?? throw new InvalidDataException($"{name} is not delivered.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
