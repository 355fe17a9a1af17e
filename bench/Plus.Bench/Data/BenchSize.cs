namespace Plus.Bench.Data;

/// <summary>How much stands in the bench's database. Each client has three sections, one of them open.</summary>
internal sealed record BenchSize(int People)
{
    public const int National = 20_000;

    public const int SectionsEach = 3;

    /// <summary>Journal entries of one section: contacts held and notes by turns, each with its process.</summary>
    public const int EntriesEach = 10;

    /// <summary>Open sections of one officer.</summary>
    public const int CaseLoad = 50;

    public const int HoursEach = 10;

    public int Officers => Math.Max(2, People / CaseLoad);

    public int Sections => People * SectionsEach;

    public int Entries => Sections * EntriesEach;
}
