using System.Globalization;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Figures;

/// <summary>A client closed to who looks: left out of an office's figures, counted and not named in the whole service's.</summary>
public sealed class ClosedClientsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Part = "/figures/2023?part=sd";

    [Fact]
    public async Task AClosedClient_IsLeftOutOfTheFiguresOfAnOffice_ForWhoIsShutOutAlone()
    {
        var office = await demo.OfficeAsync("RA-CEN");
        var (shutOut, other) = (
            await demo.App.StaffAsync("officeHead", office),
            await demo.App.StaffAsync("officeHead", office)
        );
        var before = await CountAsync(shutOut, Part);
        await CloseAsync(office, shutOut);

        Assert.Equal(before - 1, await CountAsync(shutOut, Part));
        Assert.Equal(before - 1, await RowsAsync(shutOut, "/figures/2023/sd.clients"));
        Assert.Equal(before, await CountAsync(other, Part));
    }

    [Fact]
    public async Task AClosedClient_IsCountedForTheWholeService_AndTheRowsSayThatOneIsNotShown()
    {
        var office = await demo.OfficeAsync("KU-TAL");
        var shutOut = await demo.App.StaffAsync("analyst");
        var whole = await CountAsync(shutOut, Part);
        var unit = await CountAsync(shutOut, Part + "&unit=KU-TAL");
        await CloseAsync(office, shutOut);

        Assert.Equal(whole, await CountAsync(shutOut, Part));
        Assert.Equal(unit - 1, await CountAsync(shutOut, Part + "&unit=KU-TAL"));
        var rows = await (await demo.App.LoggedInAsAsync(shutOut)).GetAsync("/figures/2023/sd.clients");
        Assert.Contains("nav pieejami un šeit nav rādīti: 1.", rows.Words, StringComparison.Ordinal);
    }

    private async Task CloseAsync(OfficeId office, Staff person)
    {
        var client = await demo.App.ScalarAsync<Guid>(
            $"""
            select client_id from cases.section
            where office_id = '{office}' and function = 'community_work' and annulled_on is null
              and opened_on <= '2023-12-31' and (closed_on is null or closed_on >= '2023-01-01')
            group by client_id having count(*) = 1 order by client_id limit 1
            """
        );
        var today = DateOnly.FromDateTime(demo.App.Now.UtcDateTime);
        await demo.App.SaveAsync(
            new ClientRestriction(
                new ClientId(client),
                RestrictionKind.Exclude,
                [person.Id],
                "relative",
                null,
                today,
                today.AddDays(30)
            )
        );
    }

    private async Task<int> CountAsync(Staff person, string path)
    {
        var page = await (await demo.App.LoggedInAsAsync(person)).GetAsync(path);
        return Number(page.Html.QuerySelector("a[href^='/figures/2023/sd.clients']")!.TextContent);
    }

    private async Task<int> RowsAsync(Staff person, string path)
    {
        var page = await (await demo.App.LoggedInAsAsync(person)).GetAsync(path);
        return page.Html.QuerySelectorAll("table.plus-table tbody tr").Length;
    }

    private static int Number(string words) =>
        int.Parse(string.Concat(words.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
