using Plus.Law.Rules;

namespace Plus.Law.Figures;

/// <summary>The day on which a client's age is taken for a figure. No source names it, so it is a parameter.</summary>
public static class AgeReferenceDay
{
    public const string SectionOpened = "section_opened";

    /// <summary>The later of the opening day and 1 January of the year.</summary>
    public const string SectionOpenedOrYearStart = "section_opened_or_year_start";
    public const string OffenceCommitted = "offence_committed";
    public const string YearStart = "year_start";
    public const string YearEnd = "year_end";

    /// <param name="offenceOn">Day of the offence; where it is unknown the opening day stands in for it.</param>
    public static DateOnly For(int year, DateOnly openedOn, DateOnly? offenceOn, LegalParameters parameters)
    {
        var rule = parameters.Get(ParameterCodes.AgeReference, new DateOnly(year, 12, 31));
        return rule.Words switch
        {
            SectionOpened => openedOn,
            SectionOpenedOrYearStart => openedOn.Year < year ? new DateOnly(year, 1, 1) : openedOn,
            OffenceCommitted => offenceOn ?? openedOn,
            YearStart => new DateOnly(year, 1, 1),
            YearEnd => new DateOnly(year, 12, 31),
            _ => throw new LegalParameterException(rule.Code, new DateOnly(year, 12, 31), "names no known day"),
        };
    }
}
