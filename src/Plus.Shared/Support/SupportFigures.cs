using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Support;

/// <summary>Social rehabilitation and consultations in the year's figures.</summary>
internal static class SupportFigures
{
    // One row for each section, whatever the number of stays; what is paid in full for children is no co-financing.
    private const string Stays =
        "join (select section_id, min(entered_on) as first_day, max(coalesce(left_on, 'infinity'::date)) as last_day from support.rehabilitation where entered_on is not null and not paid_in_full group by section_id) r on r.section_id = s.id";

    private const string MentalHealth =
        "join (select section_id, date_part('year', held_on) as in_year from support.session where kind = 'mentalHealth' and attended group by 1, 2) h on h.section_id = s.id";

    private const string Provided =
        "p.kind in ('association', 'foundation', 'religious') and exists (select from support.rehabilitation r join support.contract c on c.id = r.contract_id where c.provider_id = p.id and r.entered_on <= @end and (r.left_on is null or r.left_on >= @start))";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                .. Of(Stays, "rh.clients", "r.first_day <= @end and r.last_day >= @start"),
                .. Of(MentalHealth, "sv.psych_health_clients", "h.in_year = date_part('year', @end)"),
            ],
            Named =
            [
                new NamedSource(
                    "support.provider p",
                    "p.name",
                    "(select min(c.valid_from) from support.contract c where c.provider_id = p.id)",
                    "(select max(c.valid_to) from support.contract c where c.provider_id = p.id)",
                    null
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["rh.providers_ngo"] = Provided,
                    },
                },
            ],
            Definitions =
            [
                new("rh.clients", "clients", new CountOf("rh.clients")),
                new("rh.providers_ngo", "organisations", new CountOf("rh.providers_ngo")),
                new("sv.psych_health_clients", "clients", new CountOf("sv.psych_health_clients")),
            ],
        };

    private static IEnumerable<SectionSource> Of(string join, string counter, string condition) =>
        ProbationFunctions
            .All.Select(f => f.Code())
            .Where(SupportKinds.Fits)
            .Select(function => new SectionSource(function, YearBasis.Open, join)
            {
                Counters = new Dictionary<string, string>(StringComparer.Ordinal) { [counter] = condition },
            });
}
