using Plus.Kernel.Ids;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;

namespace Plus.Functions.Tests.Figures;

/// <summary>Several years side by side: the years around the published one leave it as it is.</summary>
public sealed class SmallYearsTests(SmallYears years, SmallDemo alone)
    : IClassFixture<SmallYears>,
        IClassFixture<SmallDemo>
{
    [Theory]
    [InlineData("clients.worked")]
    [InlineData("clients.started")]
    [InlineData("clients.carried_over")]
    [InlineData("sd.clients")]
    [InlineData("arpl_sd.clients")]
    [InlineData("arpl_sd.hours")]
    [InlineData("su.clients")]
    [InlineData("me.processes")]
    public async Task PublishedYear_IsWhatItIsWhenBuiltAlone(string key)
    {
        var expected = (await alone.FiguresAsync()).Find(key)!.Value.Number;

        Assert.Equal((key, expected), (key, (await years.FiguresAsync()).Find(key)!.Value.Number));
    }

    [Theory]
    [InlineData(
        "work outside the section",
        """
            select count(*) from community_work.hours_entry e join cases.section s on s.id = e.section_id
            where e.worked_on < s.registered_on or e.worked_on > s.closed_on
            """
    )]
    [InlineData(
        "work for a host before there was a contract, where another had one",
        """
            select count(*) from community_work.hours_entry e
            where not exists (select from partners.host_contract k where k.host_employer_id = e.host_employer_id and k.valid_from <= e.worked_on)
              and e.worked_on > date '2021-06-01' and exists (
                select from partners.host_contract k join partners.host_employer h on h.id = k.host_employer_id
                join cases.section s on s.office_id = h.office_id where s.id = e.section_id and k.valid_from <= e.worked_on)
            """
    )]
    [InlineData(
        "monitoring outside the section",
        """
            select count(*) from supervision.electronic_monitoring m join cases.section s on s.id = m.section_id
            where m.ended_on > s.closed_on or m.attached_on < s.opened_on or m.ended_on < m.attached_on
            """
    )]
    [InlineData(
        "more worked than imposed",
        """
            select count(*) from community_work.sentence w where w.imposed_minutes <
              (select coalesce(sum(e.credited_minutes), 0) from community_work.hours_entry e where e.section_id = w.section_id)
            """
    )]
    public async Task Contradictions_AreNone(string what, string sql) =>
        Assert.Equal((what, 0L), (what, await years.ScalarAsync<long>(sql)));

    [Theory]
    [InlineData(null)]
    [InlineData("RA-CEN")]
    public async Task Trend_IsWhatEachYearSaysOnItsOwn(string? office)
    {
        await using var connection = await years.OpenAsync();
        IReadOnlyList<OfficeId>? offices = office is null
            ? null
            : [new(await years.ScalarAsync<Guid>($"select id from organisation.office where code = '{office}'"))];
        var wanted = years.Catalog.All.Where(FigureTrend.IsNumber).ToList();
        var span = new FigureSpan(2020, 2026, offices);

        var trend = await new FigureTrend(years.Catalog).ReadAsync(
            connection,
            wanted,
            span,
            LegalParameters.Embedded,
            default
        );

        Assert.Equal(span.Years, trend.Select(y => y.Year));
        foreach (var year in trend)
        {
            var single = await new YearFigures(years.Catalog).ComputeAsync(
                connection,
                FigurePeriod.OfYear(year.Year, offices),
                LegalParameters.Embedded,
                default
            );
            for (var i = 0; i < wanted.Count; i++)
            {
                Assert.Equal(
                    (year.Year, wanted[i].Key, single.Find(wanted[i].Key)?.Value.Number),
                    (year.Year, wanted[i].Key, year.Values[i]?.Number)
                );
            }
        }

        Assert.True(trend.Single(y => y.Year == 2023).Values.Count(v => v is not null) > 40);
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public async Task YearsOfTheChart_AreTheTotalsOfEachYear(int year)
    {
        await using var connection = await years.OpenAsync();
        var all = await new FigureYears(years.Catalog).ReadAsync(
            connection,
            FigurePeriod.OfYear(2026),
            LegalParameters.Embedded,
            default
        );
        var figures = await years.FiguresAsync(year);

        var totals = all.Single(y => y.Year == year);
        Assert.Equal(figures.Find("clients.worked")!.Records, totals.Worked);
        Assert.Equal(figures.Find("clients.started")!.Records, totals.Started);
    }

    [Fact]
    public async Task Children_AreWithTheirOwnOfficesOnceThereAre()
    {
        const string Sections = """
            select count(*) from cases.section s
            join organisation.office o on o.id = s.office_id join clients.client c on c.id = s.client_id
            where o.kind = 'childrenAndYouth'
            """;

        Assert.True(await years.ScalarAsync<long>(Sections) > 0);
        Assert.Equal(0L, await years.ScalarAsync<long>(Sections + " and s.opened_on < o.valid_from"));
        Assert.Equal(
            0L,
            await years.ScalarAsync<long>(Sections + " and c.birth_date < s.opened_on - interval '18 years'")
        );
        Assert.Equal(44, (await years.FiguresAsync(2024)).Find("org.offices")!.Value.Number);
        Assert.Equal(41, (await years.FiguresAsync()).Find("org.offices")!.Value.Number);
    }

    [Fact]
    public async Task EveryYear_HasItsFigures()
    {
        foreach (var year in new[] { 2021, 2022, 2024, 2025 })
        {
            var figures = await years.FiguresAsync(year);
            Assert.True(figures.Find("clients.started")!.Value.Number > 200, $"{year}");
            Assert.True(figures.Find("sd.hours")!.Value.Number > 5000, $"{year}");
        }
    }
}
