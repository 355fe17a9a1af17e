using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Retention.Erasing;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Retention;

/// <summary>Holds, refusals and second thoughts on the way to an erasure.</summary>
public sealed class RetentionFlowTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task HeldReopenedOrDeclined_NothingGoes()
    {
        var person = await app.PersonAsync("Jānis", "Ozolkalns");
        await SectionAsync(person, "opened_on = '2009-01-01', closed_on = '2010-01-01', state = 'closed'");
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var administrator = await app.LoggedInAsAsync("administrator");

        // A hold laid after the proposal, before the second person agreed.
        var href = await ProposeAsync(officer);
        var laid = await (await officer.GetAsync("/retention")).SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Reason"] = "Tiesvedība",
                ["Until"] = "2027-01-01",
            }
        );
        Assert.Contains("Tiesvedība", laid.Words, StringComparison.Ordinal);
        await DecideAsync(administrator, href, "Agree", null);
        await SettleAsync();
        Assert.Equal(["held"], await app.ReadListAsync("SELECT state FROM retention.erasure_item"));
        Assert.Contains("Nav neviena", (await TryProposeAsync(officer)).Words, StringComparison.Ordinal);

        // The hold is ended, and somebody else says no, which needs a reason.
        await officer.PostAsync("/retention?handler=End", await HiddenAsync(officer, "/retention"));
        href = await ProposeAsync(officer);
        var without = await DecideAsync(administrator, href, "Decline", null);
        Assert.Contains("Norādiet, kāpēc", without.Words, StringComparison.Ordinal);
        await DecideAsync(administrator, href, "Decline", "Vēl vajadzīgs");

        // A section is open again when its turn comes.
        href = await ProposeAsync(officer);
        await DecideAsync(administrator, href, "Agree", null);
        await SectionAsync(person, "closed_on = NULL, state = 'active'");
        await SettleAsync();

        Assert.Equal(
            ["declined", "done", "done"],
            await app.ReadListAsync("SELECT state FROM retention.erasure ORDER BY state")
        );
        Assert.Equal(
            ["held", "notDue", "waiting"],
            await app.ReadListAsync("SELECT state FROM retention.erasure_item ORDER BY state")
        );
        Assert.Equal("Ozolkalns", await app.ScalarAsync<string>("SELECT surname FROM clients.client"));
        Assert.Equal(
            [
                "retention.erasureAgreed",
                "retention.erasureDeclined",
                "retention.erasureDone",
                "retention.erasureProposed",
                "retention.holdEnded",
                "retention.holdLaid",
                "retention.left",
            ],
            await app.ReadListAsync(
                "SELECT DISTINCT type FROM audit.process WHERE type LIKE 'retention.%' ORDER BY type"
            )
        );
    }

    [Fact]
    public async Task UnknownCaseOrPastDay_OfAHold_IsSaid()
    {
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var person = await app.PersonAsync("Anna", "Liepa");
        var page = await officer.GetAsync("/retention");

        var unknown = await page.SubmitAsync(
            new()
            {
                ["Number"] = "1999-000000",
                ["Reason"] = "x",
                ["Until"] = "2027-01-01",
            }
        );
        var past = await page.SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Reason"] = "x",
                ["Until"] = "2020-01-01",
            }
        );

        Assert.Contains("Lieta ar tādu numuru nav atrasta", unknown.Words, StringComparison.Ordinal);
        Assert.Contains("Norādiet šodienu vai vēlāku dienu", past.Words, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> SectionAsync(People.Person person, string set) =>
        app.ReadListAsync($"UPDATE cases.section SET {set} WHERE id = '{person.Section.Id}' RETURNING 'x'");

    private static async Task<ReadPage> TryProposeAsync(PageBrowser officer)
    {
        var page = await officer.GetAsync("/retention/due/case");
        return await officer.PostAsync(
            "/retention/due/case",
            new Dictionary<string, string>(await HiddenAsync(officer, "/retention/due/case"), StringComparer.Ordinal)
            {
                ["Reason"] = page.Heading,
            }
        );
    }

    private static async Task<string> ProposeAsync(PageBrowser officer) =>
        (await TryProposeAsync(officer)).Address.AbsolutePath;

    private static async Task<ReadPage> DecideAsync(PageBrowser browser, string href, string how, string? reason)
    {
        var fields = await HiddenAsync(browser, href);
        if (reason is not null)
        {
            fields["Reason"] = reason;
        }

        return await browser.PostAsync($"{href}?handler={how}", fields);
    }

    private async Task SettleAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasureRun>().SettleAsync(10, Token);
    }

    private static async Task<Dictionary<string, string>> HiddenAsync(PageBrowser browser, string href) =>
        (await browser.GetAsync(href))
            .Html.QuerySelectorAll("form input[type=hidden]")
            .GroupBy(i => i.GetAttribute("name") ?? "")
            .ToDictionary(g => g.Key, g => g.First().GetAttribute("value") ?? "", StringComparer.Ordinal);
}
