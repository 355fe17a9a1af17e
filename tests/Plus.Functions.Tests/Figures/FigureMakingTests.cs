using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Published;

namespace Plus.Functions.Tests.Figures;

public sealed class FigureMakingTests
{
    private const string Work = "community_work";

    [Fact]
    public void Doors_GiveEveryFigureThatIsPublishedAndHeld() =>
        // Figures of documents are PLUS's own: the Service publishes shares of them, in years that the report does not print.
        Assert.Equal(
            PublishedFigures.Of(2023).Keys,
            new FigureCatalog(Host.Doors.All)
                .All.Select(d => d.Key)
                .Where(k => !k.StartsWith("documents.", StringComparison.Ordinal))
        );

    [Fact]
    public async Task Hours_WithdrawnOrOfAnotherYear_AreLeftOut()
    {
        await using var scene = await FigureScene.NewAsync();
        var section = await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2022");
        await scene.HoursAsync(section, "31.12.2022", 60);
        await scene.HoursAsync(section, "01.01.2023", 90);
        await scene.HoursAsync(section, "02.01.2023", 240, withdrawn: true);
        await scene.HoursAsync(section, "31.12.2023", 30, minor: true);

        var figures = await scene.FiguresAsync();
        var rows = await scene.RowsAsync("sd.hours");

        Assert.Equal(2, figures.Find("sd.hours")!.Value.Number);
        Assert.Equal(120, rows.Minutes);
        Assert.Equal(1, rows.Total);
        Assert.Equal(30, (await scene.RowsAsync("sd.hours_minors")).Minutes);
    }

    [Fact]
    public async Task Value_IsTheMonthsTariffAndAbsentWithoutOne()
    {
        await using var scene = await FigureScene.NewAsync();
        var section = await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2022");
        await scene.HoursAsync(section, "10.01.2023", 600);
        await scene.HoursAsync(section, "10.02.2023", 600);
        for (var day = 1; day <= 28; day++)
        {
            await scene.HoursAsync(section, $"{day:00}.03.2023", 1440);
        }

        // 10 h * 3.5227 + 10 h * 3.8750 + 672 h * 3.3696 = 2338.35 EUR
        Assert.Equal(2.3m, await scene.FigureAsync("sd.value_keur"));
        Assert.Equal(15415.9m, await scene.FigureAsync("sd.value_keur_since_2005"));

        await scene.HoursAsync(section, "10.01.2025", 60);
        Assert.Null(await scene.FigureAsync("sd.value_keur", 2025));
        Assert.Null(await scene.FigureAsync("sd.value_keur_since_2005", 2025));
        Assert.Equal(2.3m, await scene.FigureAsync("sd.value_keur"));
    }

    [Fact]
    public async Task Offences_AreSharesOfWhatWasStartedWithTheRestNamedOther()
    {
        await using var scene = await FigureScene.NewAsync();
        var client = await scene.ClientAsync();
        await scene.SectionAsync(client, Work, "05.05.2023", article: "168", sup: 1);
        await scene.SectionAsync(client, Work, "05.05.2023", article: "168");
        await scene.SectionAsync(client, Work, "05.05.2023", article: "262");
        await scene.SectionAsync(client, Work, "05.05.2022", article: "262");

        Assert.Equal(33, await scene.FigureAsync("offence.share.168.1"));
        Assert.Equal(33, await scene.FigureAsync("offence.share.262"));
        Assert.Equal(33, await scene.FigureAsync("offence.share.other"));
        Assert.Equal(0, await scene.FigureAsync("offence.share.180"));
        Assert.Equal(["262", "168", "168.1"], (await scene.FiguresAsync()).Find("sd.top_articles")!.Value.List!);
        Assert.Equal(4, (await scene.RowsAsync("sd.top_articles")).Total);
    }

    [Fact]
    public async Task Requests_AreCountedByTheDayTheyCame()
    {
        await using var scene = await FigureScene.NewAsync();
        foreach (var (opened, closed) in new[] { ("20.12.2022", "10.01.2023"), ("15.12.2023", (string?)null) })
        {
            var id = await scene.SectionAsync(
                await scene.ClientAsync(),
                "assessment_reports",
                opened,
                closed,
                "report_sent"
            );
            await scene.DoAsync(
                """
                insert into assessment_reports.report_request (section_id, requester_kind, purpose, received_on, sexual_offence_accused, minor_accused)
                values ($1, 'court', 'sentencing', '2023-12-15', true, false)
                """,
                id
            );
        }

        Assert.Equal(1, await scene.FigureAsync("iz.requests"));
        Assert.Equal(1, await scene.FigureAsync("iz.sexual_accused"));
        Assert.Equal(1, await scene.FigureAsync("clients.worked"));
        Assert.Equal(0, await scene.FigureAsync("clients.carried_over"));
    }

    [Fact]
    public async Task Monitoring_CountsWithinTheYearAndSinceTheBaseline()
    {
        await using var scene = await FigureScene.NewAsync();
        await MonitoredAsync(scene, "10.01.2023", "01.06.2023", courtSubmission: false);
        await MonitoredAsync(scene, "11.01.2023", "02.06.2023", courtSubmission: true);
        await MonitoredAsync(scene, "12.11.2023", null, courtSubmission: false);

        Assert.Equal(3, await scene.FigureAsync("em.clients"));
        Assert.Equal(437, await scene.FigureAsync("em.since_2015"));
        Assert.Equal(50.0m, await scene.FigureAsync("em.success_rate"));
        Assert.Equal(1, await scene.FigureAsync("em.clients", 2024));
        Assert.Equal(437, await scene.FigureAsync("em.since_2015", 2024));
        Assert.Null(await scene.FigureAsync("em.success_rate", 2024));
        Assert.Equal(3, (await scene.RowsAsync("em.since_2015", 2024)).Total);
    }

    [Fact]
    public async Task Offices_NarrowEveryNumber()
    {
        await using var scene = await FigureScene.NewAsync();
        var here = await scene.OfficeAsync("RA-CEN");
        var there = await scene.OfficeAsync("KU-TAL");
        var one = await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2023", office: here);
        await scene.HoursAsync(one, "10.06.2023", 60);
        await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2023", office: there);
        await scene.SectionAsync(await scene.ClientAsync(), Work, "05.05.2023");

        var figures = await scene.FiguresAsync(offices: [there]);

        Assert.Equal(3, await scene.FigureAsync("clients.worked"));
        Assert.Equal(1, figures.Find("clients.worked")!.Value.Number);
        Assert.Equal(0, figures.Find("sd.hours")!.Value.Number);
        Assert.Equal(1, figures.Find("org.offices")!.Value.Number);
        Assert.Null(figures.Find("org.regions"));
        Assert.Null(figures.Find("me.since_2005"));
    }

    [Fact]
    public async Task DeliveredOrganisation_HasSixRegionsAndFortyOneOffices()
    {
        await using var scene = await FigureScene.NewAsync();

        Assert.Equal(6, await scene.FigureAsync("org.regions"));
        Assert.Equal(41, await scene.FigureAsync("org.offices"));
        Assert.Equal(44, await scene.FigureAsync("org.offices", 2024));
        Assert.Equal(41, (await scene.RowsAsync("org.offices")).Total);
    }

    private static async Task MonitoredAsync(FigureScene scene, string attached, string? ended, bool courtSubmission)
    {
        var section = await scene.SectionAsync(await scene.ClientAsync(), "supervision", attached);
        await scene.DoAsync(
            """
            insert into supervision.electronic_monitoring (id, section_id, months, attached_on, ended_on, court_submission)
            values (gen_random_uuid(), $1, 6, to_date($2, 'DD.MM.YYYY'), to_date($3::text, 'DD.MM.YYYY'), $4)
            """,
            section,
            attached,
            ended,
            courtSubmission
        );
    }
}
