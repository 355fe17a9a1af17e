namespace Plus.Shared.Archive.Plan;

/// <summary>One table whose rows move.</summary>
/// <param name="Name">With its schema.</param>
/// <param name="Where">Condition that finds a client's rows, with <c>@clients</c> and <c>@sections</c>.</param>
/// <param name="Files">Columns that name a file.</param>
internal sealed record MovedTable(string Name, string Where, IReadOnlyList<string> Files)
{
    /// <summary>The condition with the ids in it: what COPY reads takes no parameters.</summary>
    public string Of(IReadOnlyCollection<Guid> clients, IReadOnlyCollection<Guid> sections) =>
        Where
            .Replace("@clients", Ids(clients), StringComparison.Ordinal)
            .Replace("@sections", Ids(sections), StringComparison.Ordinal);

    private static string Ids(IEnumerable<Guid> ids) =>
        "'{" + string.Join(',', ids.Select(i => i.ToString("D"))) + "}'::uuid[]";
}

/// <summary>
/// What moves, and what is copied beside it.
/// </summary>
/// <param name="Moved">Those that point at others before those they point at.</param>
/// <param name="Copied">
/// Stay in the working database and are copied too: by them the archive's own policies know who may see a row, and rows
/// that lead to a client through them are found.
/// </param>
internal sealed record ArchivePlan(IReadOnlyList<MovedTable> Moved, IReadOnlyList<MovedTable> Copied)
{
    /// <summary>In the order in which rows are put in.</summary>
    public IEnumerable<MovedTable> Inserting => Copied.Reverse().Concat(Moved.Reverse());
}
