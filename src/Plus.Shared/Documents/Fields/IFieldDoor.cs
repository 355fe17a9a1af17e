using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Fields;

/// <summary>
/// A door that brings fields for documents. Shared rooms and functions alike: the catalogue is all of them together, and
/// templates that name a field of a function fit only its sections.
/// </summary>
public interface IFieldDoor
{
    IReadOnlyList<DocumentField> Fields { get; }

    /// <summary>Fills in the values of its fields; what does not apply stays without one.</summary>
    Task FillAsync(FieldReading reading, CancellationToken ct);
}

/// <summary>Whose document is being made, and the values that the doors fill in.</summary>
public sealed class FieldReading(
    PlusDb db,
    ClientId client,
    SectionId? section,
    DateOnly today,
    CurrentStaff staff,
    FunctionDoors doors,
    Texts words
)
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _proposals = new(StringComparer.Ordinal);

    public PlusDb Db => db;

    public ClientId Client => client;

    public SectionId? Section => section;

    public DateOnly Today => today;

    /// <summary>Who makes the document.</summary>
    public CurrentStaff Staff => staff;

    public FunctionDoors Doors => doors;

    /// <summary>Texts in the language of the document.</summary>
    public Texts Words => words;

    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Words proposed for questions of templates, by the question's name: whoever makes the document changes them.</summary>
    public IReadOnlyDictionary<string, string> Proposals => _proposals;

    public void Propose(string question, string words) => _proposals[question] = words;

    public void Set(string code, object? value) => _values[code] = value is string { Length: 0 } ? null : value;

    /// <summary>Rows of a field, each by the codes of its columns.</summary>
    public void SetRows(string code, IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        _values[code] = rows.ToList();
}
