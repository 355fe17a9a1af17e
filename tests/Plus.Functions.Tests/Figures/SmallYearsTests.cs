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
