using Plus.Kernel.Ids;
using Plus.Law.Tasks;

namespace Plus.Shared.Cases.Contract;

/// <summary>A section's facts as the law of tasks wants them, with whom its tasks belong to.</summary>
public sealed record FactsForTasks(
    SectionId Section,
    ClientId Client,
    OfficeId? Office,
    StaffId? Manager,
    SectionFacts Facts
)
{
    /// <summary>Code of the function that carries the section out.</summary>
    public required string Function { get; init; }
}
