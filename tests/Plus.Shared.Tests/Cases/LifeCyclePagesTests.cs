using Plus.Shared.Cases.Contract;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Cases;

/// <summary>Suspending, resuming and annulling a section on their pages.</summary>
public sealed class LifeCyclePagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Section_SuspendedAndResumed_RunsOnAndBothAreInItsHistory()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty, manager: browser.StaffId);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.04.2026" }
        );

        await (await browser.GetAsync($"/sections/{section.Id}/suspend")).SubmitAsync(
            new() { ["Input.Reason"] = "illness", ["Input.Day"] = "14.04.2026" }
        );
        Assert.Equal("suspended", await StateAsync(section.Id.Value));
        await (await browser.GetAsync($"/sections/{section.Id}/resume")).SubmitAsync(
            new() { ["Input.Day"] = "15.04.2026" }
        );

        Assert.Equal("active", await StateAsync(section.Id.Value));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.suspended"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.resumed"));
    }

    [Fact]
    public async Task File_PutInOrder_EndsItsTaskAndIsAudited()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Forty, manager: browser.StaffId);
        var page = await browser.GetAsync($"/sections/{section.Id}/register");
        page.Html.QuerySelector("main form")!
            .SetAttribute("action", $"/sections/{section.Id}/register?handler=CaseFormed");

        await page.SubmitAsync();

        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.formed"));
        Assert.True(
            await app.ScalarAsync<bool>(
                $"SELECT formed_on IS NOT NULL FROM cases.client_case WHERE client_id = '{section.ClientId}'"
            )
        );
    }

    [Fact]
    public async Task Section_Annulled_NeedsAReasonAndIsCountedNowhere()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var section = await app.SectionAsync(Forty);
        var page = await head.GetAsync($"/sections/{section.Id}/annul");

        var refused = await page.SubmitAsync();
        Assert.Equal("received", await StateAsync(section.Id.Value));
        await refused.SubmitAsync(new() { ["Input.Reason"] = "Atvērta citai personai" });

        Assert.Single(refused.Errors);
        Assert.Equal("annulled", await StateAsync(section.Id.Value));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.annulled"));
        var list = await head.GetAsync("/sections");
        Assert.DoesNotContain(section.Id.ToString(), list.Text, StringComparison.Ordinal);
    }

    private Task<string> StateAsync(Guid section) =>
        app.ScalarAsync<string>($"SELECT state FROM cases.section WHERE id = '{section}'");
}
