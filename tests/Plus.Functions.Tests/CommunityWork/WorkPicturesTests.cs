using System.Net;
using Plus.Functions.CommunityWork.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Partners.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>What an office sees at a glance: what the hours are worth, and whether there are places for the weeks ahead.</summary>
public sealed class WorkPicturesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 200 };

    [Fact]
    public async Task Worth_OfAPeriod_IsTheMonthsHoursAtTheMonthsTariff_ForOneHostToo()
    {
        var section = await app.SectionAsync(Forty, inForceOn: new DateOnly(2023, 10, 2));
        var host = await app.HostAsync("Tirgus", new DateOnly(2023, 1, 1));
        await app.SaveAsync(
            new HoursEntry(section.Id, host, new DateOnly(2023, 11, 14), 600, 0, null, false, null),
            new HoursEntry(section.Id, null, new DateOnly(2023, 12, 5), 1200, 0, null, false, null),
            new HoursEntry(section.Id, null, new DateOnly(2023, 12, 6), 60, 0, null, false, null)
        );
        var analyst = await app.AsAsync("analyst");

        var year = await analyst.GetAsync("/work-hours/worth?From=2023-11-01&To=2023-12-31");
        // 10 h x 3.5227 + 21 h x 3.6905 = 112.7275
        Assert.Contains("112,73 EUR", year.Words, StringComparison.Ordinal);
        Assert.Contains("Ieskaitīts 31:00 stundas", year.Words, StringComparison.Ordinal);
        var one = await analyst.GetAsync($"/work-hours/worth?From=2023-01-01&To=2023-12-31&Host={host}");
        Assert.Contains("35,23 EUR", one.Words, StringComparison.Ordinal);
        var backwards = await analyst.GetAsync("/work-hours/worth?From=2023-12-01&To=2023-01-31");
        Assert.Contains("nevar būt agrāks", Assert.Single(backwards.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worth_AskedForNothing_IsAdultsWorkOfTheLatestYearWithTariffs_ChildrenApart()
    {
        var adult = await app.SectionAsync(Forty, inForceOn: new DateOnly(2023, 10, 2));
        var child = await app.SectionAsync(
            new MeasureTerms("educationalCommunityWork") { Hours = 40 },
            inForceOn: new DateOnly(2023, 3, 1)
        );
        await app.SaveAsync(
            new HoursEntry(adult.Id, null, new DateOnly(2023, 5, 9), 600, 0, null, false, null),
            new Plus.Functions.EducationalCommunityWork.Records.EducationalHoursEntry(
                child.Id,
                null,
                new DateOnly(2023, 2, 6),
                120,
                0,
                null,
                false,
                null
            )
        );
        var analyst = await app.AsAsync("analyst");

        var page = await analyst.GetAsync("/work-hours/worth");

        // The clock stands in 2026, whose months have no tariff. May: 10 h x 3.3696; both decimals stay.
        Assert.Contains("3,3696 33,70", page.Words, StringComparison.Ordinal);
        Assert.Contains("2:00 stundas, 7,75 EUR", page.Words, StringComparison.Ordinal);
        var all = await analyst.GetAsync("/work-hours/worth?From=2023-02-01&To=2023-02-28&Function=all");
        Assert.Contains("3,875 7,75", all.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Atsevišķi", all.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worth_OfAMonthWithoutATariff_HasNoSum_AndIsNotForEverybody()
    {
        var section = await app.SectionAsync(Forty, inForceOn: new DateOnly(2022, 1, 3));
        await app.SaveAsync(new HoursEntry(section.Id, null, new DateOnly(2022, 5, 3), 60, 0, null, false, null));

        var page = await (await app.AsAsync("analyst")).GetAsync("/work-hours/worth?From=2022-05-01&To=2022-05-31");

        Assert.Contains("likmes nav mēnešiem: 05.2022.", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            page.Html.QuerySelectorAll("main a"),
            a => a.GetAttribute("href") == "/rules/parameters/figures.minimum_hourly_tariff"
        );
        var year = await (await app.AsAsync("analyst")).GetAsync("/work-hours/worth?From=2022-11-01&To=2024-05-31");
        Assert.Contains("11.2022–12.2022, 01.2024", year.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.AsAsync("registryClerk")).GetAsync("/work-hours/worth")).Status
        );
    }

    [Fact]
    public async Task Need_OfAnOffice_WarnsBeforeThePlacesAreShort()
    {
        var office = await app.OfficeAsync(2);
        var manager = await app.LoggedInAsAsync("caseManager", office);
        var section = await app.SectionAsync(Forty, office: office);
        await (await manager.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );

        // 12 hours a week in days of 2 hours are 6 days; there is no place yet.
        var none = await manager.GetAsync($"/work-hours/need?office={office}");
        Assert.Contains("nedēļā no 20.04.2026 trūkst 6 vietu", none.Words, StringComparison.Ordinal);
        var host = await app.HostAsync("Skola", new DateOnly(2026, 1, 1), office: office);
        var site = new HostSite(host);
        site.Describe("Pagalms", "Skolas iela 1", "0001000", null);
        site.Take([2, 2, 2, 0, 0, 0, 0], false);
        await app.SaveAsync(site);

        var enough = await manager.GetAsync($"/work-hours/need?office={office}");
        Assert.Contains("vietu pietiek nākamajām 8", enough.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"/work-hours/need?office={await app.OfficeAsync(1)}")).Status
        );
    }
}
