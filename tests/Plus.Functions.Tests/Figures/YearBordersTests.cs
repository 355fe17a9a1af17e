using Plus.Law.Rules;

namespace Plus.Functions.Tests.Figures;

public sealed class YearBordersTests
{
    private const string Work = "community_work";

    [Fact]
    public async Task OpenedOnTheLastDay_IsStartedThisYearAndCarriedOverNext()
    {
        await using var scene = await FigureScene.NewAsync();
        await scene.SectionAsync(await scene.ClientAsync(), Work, "31.12.2023");

        Assert.Equal(1, await scene.FigureAsync("clients.started", 2023));
        Assert.Equal(0, await scene.FigureAsync("clients.carried_over", 2023));
        Assert.Equal(0, await scene.FigureAsync("clients.started", 2024));
        Assert.Equal(1, await scene.FigureAsync("clients.carried_over", 2024));
        Assert.Equal(0, await scene.FigureAsync("clients.worked", 2022));
    }

    [Theory]
    [InlineData("31.12.2022", 0)]
    [InlineData("01.01.2023", 1)]
    [InlineData("31.12.2023", 1)]
    public async Task ClosedAtTheBorder_IsWorkedWithOnTheClosingDay(string closed, int worked)
    {
        await using var scene = await FigureScene.NewAsync();
        await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2022", closed);

        Assert.Equal(worked, await scene.FigureAsync("sd.clients"));
        Assert.Equal(worked, await scene.FigureAsync("clients.carried_over"));
        Assert.Equal(worked, (await scene.RowsAsync("clients.worked")).Total);
    }

    [Fact]
    public async Task Annulled_CountsNowhere()
    {
        await using var scene = await FigureScene.NewAsync();
        var section = await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2023");
        await scene.HoursAsync(section, "01.06.2023", 240);
        Assert.Equal(4, await scene.FigureAsync("sd.hours"));

        await scene.AnnulAsync(section);

        Assert.Equal(0, await scene.FigureAsync("clients.worked"));
        Assert.Equal(0, await scene.FigureAsync("sd.hours"));
        Assert.Empty((await scene.RowsAsync("sd.hours")).Rows);
    }

    [Fact]
    public async Task Reopened_IsWorkedWithAgainInTheYearsAfterItsClosing()
    {
        await using var scene = await FigureScene.NewAsync();
        var section = await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2021", "01.07.2021");
        Assert.Equal(0, await scene.FigureAsync("sd.clients"));

        await scene.DoAsync(
            "update cases.section set closed_on = null, outcome = null, state = 'active', reopened_times = 1 where id = $1",
            section
        );

        Assert.Equal(1, await scene.FigureAsync("sd.clients"));
    }

    [Fact]
    public async Task OnePersonInTwoFunctions_IsTwoRecordsAndOnePerson()
    {
        await using var scene = await FigureScene.NewAsync();
        var client = await scene.ClientAsync();
        await scene.SectionAsync(client, Work, "05.05.2023");
        await scene.SectionAsync(client, "conditional_discharge", "06.05.2023");

        var worked = (await scene.FiguresAsync()).Find("clients.worked")!;

        Assert.Equal((2m, 2L, 1L), (worked.Value.Number!.Value, worked.Records!.Value, worked.Persons!.Value));
        Assert.Equal(2, (await scene.RowsAsync("clients.worked")).Total);
    }

    [Fact]
    public async Task NobodyInAYear_HasCountsOfZeroButNoShares()
    {
        await using var scene = await FigureScene.NewAsync();

        var figures = await scene.FiguresAsync(2019);

        Assert.Equal(0, figures.Find("clients.worked")!.Value.Number);
        Assert.Null(figures.Find("clients.share_11_17"));
        Assert.Null(figures.Find("em.success_rate"));
        Assert.Null(figures.Find("sd.top_articles"));
    }

    [Theory]
    [InlineData("section_opened_or_year_start", 1, 0)]
    [InlineData("section_opened", 1, 0)]
    [InlineData("year_end", 0, 1)]
    public async Task Age_IsTakenOnTheDayTheParameterNames(string choice, int children, int youth)
    {
        await using var scene = await FigureScene.NewAsync();
        // Seventeen when the section is opened and on 1 January, eighteen on 1 July 2023.
        await scene.SectionAsync(await scene.ClientAsync("01.07.2005"), Work, "05.05.2022");
        var parameters = LegalParameters.Embedded;
        var held = parameters.Get(ParameterCodes.AgeReference, new DateOnly(2023, 12, 31));
        parameters = parameters.With([held with { Text = choice }]);

        Assert.Equal(children, await scene.FigureAsync("sd.children", 2023, parameters));
        Assert.Equal(youth, await scene.FigureAsync("sd.youth", 2023, parameters));
    }

    [Theory]
    [InlineData("01.01.2005", 0)]
    [InlineData("02.01.2005", 1)]
    [InlineData("29.02.2008", 1)]
    public async Task CarriedOver_HasTheAgeOfNewYearsDay(string born, int children)
    {
        await using var scene = await FigureScene.NewAsync();
        await scene.SectionAsync(await scene.ClientAsync(born), Work, "05.05.2022");

        Assert.Equal(children, await scene.FigureAsync("sd.children"));
    }
}
