using System.Collections.Concurrent;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Documents.Templates;

/// <summary>The bytes of versions of templates: of the store of files, or of PLUS itself for those it delivers.</summary>
public sealed class TemplateFiles(DocumentFiles files)
{
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);

    public Task<byte[]> ReadAsync(TemplateVersion version, CancellationToken ct) =>
        version.DeliveredAs is { } name
            ? Task.FromResult(Known.GetOrAdd(name, DeliveredTemplates.ReadFile))
            : files.ReadAsync(
                version.FileId ?? throw new InvalidDataException("A version of a template lies nowhere."),
                ct
            );
}
