using Npgsql;
using Plus.Kernel.Ids;
using Plus.Law.Figures;
using Plus.Law.Rules;

namespace Plus.Shared.Statistics.Engine;

/// <summary>A stretch of days, both included, and the offices it is counted for (null = the whole service).</summary>
public sealed record FigurePeriod(DateOnly Start, DateOnly End, IReadOnlyList<OfficeId>? Offices)
{
    public static FigurePeriod OfYear(int year, IReadOnlyList<OfficeId>? offices = null) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), offices);

    /// <summary>
    /// Clients who do not count for who asks: the rows behind a figure do not show them, and so its number must not either.
    /// Empty for who sees no rows; see docs/adr/0018.
    /// </summary>
    public IReadOnlyList<ClientId> Closed { get; init; } = [];

    /// <summary>Condition on an office column, with a leading AND; empty for the whole service.</summary>
    internal string Narrowed(string office) => Offices is null ? "" : $" and {office} = any(@offices)";

    /// <summary>Condition on sections, with a leading AND: of the offices, and of clients who count.</summary>
    internal string Within(string section) =>
        Narrowed(section + ".office_id") + (Closed.Count > 0 ? $" and {section}.client_id <> all(@closed)" : "");

    /// <summary>Condition on sections: annulled ones, and those of clients who do not count.</summary>
    internal string LeftOut(string section) =>
        $"{section}.annulled_on is not null" + (Closed.Count > 0 ? $" or {section}.client_id = any(@closed)" : "");

    /// <summary>SQL of the day on which the age of a section's client is taken.</summary>
    internal string AgeDay(LegalParameters parameters) =>
        parameters.Get(ParameterCodes.AgeReference, End).Words switch
        {
            AgeReferenceDay.SectionOpened => "s.opened_on",
            AgeReferenceDay.SectionOpenedOrYearStart => "greatest(s.opened_on, @start)",
            AgeReferenceDay.OffenceCommitted => "coalesce((select min(o.committed_on) from cases.basis_offence o "
                + "where o.basis_id = s.basis_id), s.opened_on)",
            AgeReferenceDay.YearStart => "@start",
            AgeReferenceDay.YearEnd => "@end",
            _ => throw new LegalParameterException(ParameterCodes.AgeReference, End, "names no known day"),
        };

    /// <summary>Gives a command the parameters that every condition may use.</summary>
    internal void Bind(NpgsqlParameterCollection to, LegalParameters parameters)
    {
        to.AddWithValue("start", Start);
        to.AddWithValue("end", End);
        to.AddWithValue("youth", parameters.Get(ParameterCodes.AgeBandYouthFrom, End).WholeNumber);
        to.AddWithValue("adults", parameters.Get(ParameterCodes.AgeBandAdultsFrom, End).WholeNumber);
        if (Offices is not null)
        {
            to.AddWithValue("offices", Offices.Select(o => o.Value).ToArray());
        }

        if (Closed.Count > 0)
        {
            to.AddWithValue("closed", Closed.Select(c => c.Value).ToArray());
        }
    }
}
