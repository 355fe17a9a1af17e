namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>One table of the contract. The field <c>id</c> is always the first.</summary>
/// <param name="Code">Name of its file without the ending, and its code in the database.</param>
/// <param name="YearField">The day whose year a row is counted under.</param>
internal sealed class TakeoverTable(string code, string yearField, string about, params TakeoverField[] fields)
{
    private readonly Dictionary<string, int> _places = fields
        .Select((f, i) => (f.Name, i))
        .ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);

    public string Code => code;

    public string About => about;

    public string YearField => yearField;

    public IReadOnlyList<TakeoverField> Fields => fields;

    public int YearAt { get; } = Array.FindIndex(fields, f => f.Name == yearField);

    /// <summary>Where a field stands; -1 when the contract has no such field.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);
}
