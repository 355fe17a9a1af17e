namespace Plus.Shared.Statistics.Contract;

/// <summary>A door whose room gives figures to the year's report.</summary>
public interface IFigureDoor
{
    FigureContribution Figures { get; }
}

/// <summary>What one room gives to the year's figures: the records that are counted and the figures made of them.</summary>
public sealed record FigureContribution
{
    public IReadOnlyList<SectionSource> Sections { get; init; } = [];

    public IReadOnlyList<AmountSource> Amounts { get; init; } = [];

    public IReadOnlyList<NamedSource> Named { get; init; } = [];

    public IReadOnlyList<FigureDefinition> Definitions { get; init; } = [];
}
