using Plus.Kernel.Ids;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Cases.Opening;

namespace Plus.Shared.Exchange.Taking;

/// <summary>What all messages of a batch stand on, read once.</summary>
internal sealed record BatchGround(
    DateOnly Today,
    DateTimeOffset Now,
    TerritoryMap Map,
    LegalParameters Parameters,
    IReadOnlySet<CriminalArticle> SexualArticles
)
{
    /// <summary>Sections whose tasks must be brought in line before the batch is written.</summary>
    public HashSet<SectionId> Changed { get; init; } = [];

    /// <summary>Case numbers drawn for this batch.</summary>
    public Queue<string> CaseNumbers { get; set; } = new();
}
