namespace Plus.Shared.CaseFiles.Contract;

/// <summary>A door whose room keeps records that belong into a client's whole case, beside those that every room shares.</summary>
public interface ICaseFileDoor
{
    IEnumerable<CaseFileSource> CaseFileSources { get; }
}

/// <summary>Where a part of a case is read from.</summary>
/// <param name="Code">Its heading stands in the texts under <c>caseFile.part.CODE</c>.</param>
/// <param name="Permission">Who may not see such records elsewhere does not see them here.</param>
/// <param name="Rests">Its rows go into the archive with a closed case.</param>
/// <param name="Sql">day, until, name, note, value, text and file of the client <c>@client</c>.</param>
public sealed record CaseFileSource(string Code, string Permission, bool Rests, string Sql)
{
    /// <summary>Text prefixes of the two codes.</summary>
    public (string Name, string Note) Words { get; init; } = ("", "");
}
