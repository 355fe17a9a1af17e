namespace Plus.Kernel.Modules;

/// <summary>
/// What becomes of a table's rows when a person is erased. A table without a rule is covered all the same: its rows stay
/// for the figures and lose every text that is no code (<c>docs/retention.md</c>).
/// </summary>
/// <param name="Table">With its schema: <c>clients.client_address</c>.</param>
public sealed record ErasureRule(string Table)
{
    /// <summary>The rows go; else they stay and lose their texts.</summary>
    public bool Delete { get; init; }

    /// <summary>
    /// Condition that finds the person's rows: <c>@clients</c> are the ids of the person, merged ones with it,
    /// <c>@sections</c> those of the sections. Null where the table names the client or section, or leads there by its key.
    /// </summary>
    public string? Where { get; init; }

    /// <summary>Columns and the SQL expression they become, beside those that lose their text by themselves.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns of text that stay: they hold codes or what no person can be known by.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}

/// <summary>
/// A class of records that is kept for so many years (the parameter <c>retention.CODE.years</c>) and then erased. Its name
/// stands in the texts under <c>retention.class.CODE</c>.
/// </summary>
/// <param name="Code">Stable code such as <c>case</c>.</param>
/// <param name="Due">
/// SELECT of record_id, client_id (or null), label (a number, never a name) and since (the day from which the years run, or
/// null while they do not) of every record that has not been erased.
/// </param>
public sealed record RetentionClass(string Code, string Due)
{
    /// <summary>The whole person goes, by the rules of all rooms; else only <see cref="Erase"/> is done.</summary>
    public bool WholePerson { get; init; }

    /// <summary>Statements that erase the record <c>@record</c>.</summary>
    public IReadOnlyList<string> Erase { get; init; } = [];
}
