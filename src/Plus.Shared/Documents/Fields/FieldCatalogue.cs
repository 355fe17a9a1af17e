using Plus.Kernel.Modules;

namespace Plus.Shared.Documents.Fields;

/// <summary>All fields that the doors contribute, by code.</summary>
public sealed class FieldCatalogue
{
    private readonly IReadOnlyList<IFieldDoor> _doors;

    public FieldCatalogue(ModuleList modules)
    {
        _doors = [.. modules.All.OfType<IFieldDoor>()];
        All = _doors.SelectMany(d => d.Fields).ToDictionary(f => f.Code, StringComparer.Ordinal);
    }

    /// <summary>By code. Two doors that bring the same code stop the start.</summary>
    public IReadOnlyDictionary<string, DocumentField> All { get; }

    /// <summary>The values for a client, and a section where there is one.</summary>
    public async Task ReadAsync(FieldReading reading, CancellationToken ct)
    {
        foreach (var door in _doors)
        {
            await door.FillAsync(reading, ct);
        }
    }

    /// <summary>Invented values of every field, for trying a template.</summary>
    public IReadOnlyDictionary<string, object?> Samples() =>
        All.Values.ToDictionary(
            f => f.Code,
            f => f.Type == FieldType.Rows ? SampleRows(f) : f.Sample,
            StringComparer.Ordinal
        );

    private static List<IReadOnlyDictionary<string, object?>> SampleRows(DocumentField field) =>
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ =>
                    (IReadOnlyDictionary<string, object?>)
                        field.Columns.ToDictionary(c => c.Code, c => c.Sample, StringComparer.Ordinal)
                ),
        ];
}
