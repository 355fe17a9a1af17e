using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>A child's measure: ages, representatives, the schedule in plain words, the eighteenth birthday.</summary>
public sealed class ChildWorkTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Twenty = new("educationalCommunityWork") { Hours = 20 };

    [Fact]
    public async Task Child_AgesOfTheThreeDays_AndTheRepresentativesNotice_AreShownAndAudited()
    {
        var (browser, section) = await SectionAsync(new DateOnly(2011, 4, 1));
        var mother = new RelatedPerson(section.ClientId, "mother", "Inese", "Bērziņa", true);
        await app.SaveAsync(mother);

        var page = await browser.GetAsync($"/educational-community-work/{section.Id}/child");
        Assert.Contains("Nodarījuma dienā 14 gadu", page.Words, StringComparison.Ordinal);
        Assert.Contains("Šodien 15 gadu", page.Words, StringComparison.Ordinal);
        var missing = await page.SubmitAsync(form: "form#notice");
        Assert.Contains("Izvēlieties pārstāvi", Assert.Single(missing.Errors), StringComparison.Ordinal);
        var done = await missing.SubmitAsync(
            new()
            {
                ["Input.Representative"] = mother.Id.ToString(),
                ["Input.About"] = "registration",
                ["Input.How"] = "present",
                ["Input.OnDay"] = "13.04.2026",
            },
            form: "form#notice"
        );

        Assert.Contains("Inese Bērziņa – reģistrācija, piedalījās", done.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.representativeTold"));
        var schedule = await browser.GetAsync($"/educational-community-work/{section.Id}/child/schedule");
        Assert.Contains("Tavs darba grafiks", schedule.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_WhoTurnedEighteen_IsATaskWithChoices_NeverAnAutomatism()
    {
        var (browser, section) = await SectionAsync(new DateOnly(2008, 4, 14));
        Assert.Equal(1L, await TasksAsync(section));

        var page = await browser.GetAsync($"/educational-community-work/{section.Id}/child");
        var nothing = await page.SubmitAsync(form: "form#adult");
        Assert.Equal(2, nothing.Errors.Count);
        await nothing.SubmitAsync(
            new() { ["Adult.Choice"] = "goOn", ["Adult.Reason"] = "Atlicis maz stundu" },
            form: "form#adult"
        );

        Assert.Equal(0L, await TasksAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.adultChosen"));
        Assert.Equal(
            "registered",
            await app.ScalarAsync<string>($"SELECT state FROM cases.section WHERE id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Adult_HasNoSuchPage_AndAnotherOfficeNeither()
    {
        var browser = await app.AsAsync("caseManager");
        var adult = await app.SectionAsync(new("communityWork") { Role = "main", Hours = 40 });
        var (_, child) = await SectionAsync(new DateOnly(2011, 4, 1));
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/community-work/{adult.Id}/child")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.GetAsync($"/educational-community-work/{child.Id}/child")).Status
        );
    }

    private async Task<(PageBrowser, Section)> SectionAsync(DateOnly born)
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(Twenty, birthDate: born);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );
        return (browser, section);
    }

    private Task<long> TasksAsync(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = 'turned_adult'"
        );
}
