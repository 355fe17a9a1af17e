using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>A child's measure from its registration to its closing, in the order in which the guide tells it.</summary>
public sealed class ChildMeasureWayTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Week = "form[action*='week=2026-04-13']";

    [Fact]
    public async Task Measure_IsRegistered_Placed_Planned_TiedToPlainWords_Worked_AndClosed()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(
            new MeasureTerms("educationalCommunityWork") { Hours = 20 },
            birthDate: new DateOnly(2011, 4, 1)
        );
        // As much as one week holds, so that the last hour is near.
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE educational_community_work.measure SET imposed_minutes = 240 WHERE section_id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var mother = new RelatedPerson(section.ClientId, "mother", "Inese", "Bērziņa", true);
        await app.SaveAsync(mother);
        var (host, site) = await SiteAsync();
        var href = $"/educational-community-work/{section.Id}";

        var page = await browser.GetAsync(href);
        page = await (await page.ClickAsync("Reģistrēt klientu")).SubmitAsync(new() { ["Input.Day"] = "13.04.2026" });
        Assert.Contains("Reģistrēts 13.04.2026", page.Words, StringComparison.Ordinal);
        page = await page.ClickAsync("Bērns: vecums, pārstāvji, grafiks");
        await page.SubmitAsync(
            new()
            {
                ["Input.Representative"] = mother.Id.ToString(),
                ["Input.About"] = "registration",
                ["Input.How"] = "present",
                ["Input.OnDay"] = "13.04.2026",
            },
            form: "form#notice"
        );
        await (await browser.GetAsync(href + "/profile")).SubmitAsync(new() { ["Input.Free[0]"] = "15-19" });
        await (await browser.GetAsync(href + "/host")).SubmitAsync(
            new() { ["Input.Host"] = $"{host}/{site}", ["Input.From"] = "13.04.2026" },
            button: "Norīkot"
        );
        page = await (await browser.GetAsync(href + "/schedule")).SubmitAsync(
            new() { ["Input.From"] = "16.04.2026" },
            form: "#make"
        );
        Assert.Contains("Darbs beigsies", page.Words, StringComparison.Ordinal);

        page = await browser.GetAsync($"/clients/{section.ClientId}/documents/make?section={section.Id}");
        page = await page.ClickAsync("Darba grafiks bērnam saprotamos vārdos");
        page = await page.SubmitAsync(button: "Apskatīt pirms izveides");
        foreach (var words in (string[])["dienas, kurās Tev jānāk strādāt", "Bibliotēka, Skolas iela 2", "16.04.2026"])
        {
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        }

        // Two hours a day is what the law lets a child in basic education work.
        page = await browser.GetAsync(href + "?week=2026-04-13");
        page = await page.SubmitAsync(new() { ["Worked-2026-04-13"] = "3" }, form: Week);
        Assert.Contains("13.04.2026", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["Worked-2026-04-13"] = "2", ["Worked-2026-04-14"] = "2" }, form: Week);
        Assert.Contains("Izpildīts 4:00 no 4:00", page.Words, StringComparison.Ordinal);

        page = await (await browser.GetAsync($"/sections/{section.Id}/close")).SubmitAsync(
            new() { ["Input.Outcome"] = "fully_served", ["Input.Day"] = "15.04.2026" }
        );
        page = await page.SubmitAsync(button: "Slēgt sekciju");
        Assert.Contains("Slēgta", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}'")
        );
    }

    private async Task<(HostEmployerId Host, Guid Site)> SiteAsync()
    {
        var host = await app.HostAsync("Novada bibliotēka", new DateOnly(2025, 1, 1));
        var site = new HostSite(host);
        site.Describe("Bibliotēka", "Skolas iela 2", "0001000", null);
        site.Take([3, 3, 3, 3, 3, 0, 0], false);
        await app.SaveAsync(
            site,
            new HostTraining(host, HostTraining.ChildRights, new DateOnly(2026, 1, 5), "Vadītāja")
        );
        return (host, site.Id);
    }
}
