using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Interruptions, later rulings and the ends of work in hours.</summary>
public sealed class TermPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Amount_OfALaterRuling_IsChangedAndBothRulingsAreKept()
    {
        var (browser, section) = await RegisteredAsync();
        var form = await browser.GetAsync($"/community-work/{section.Id}/amount");

        Assert.Equal(5, (await form.SubmitAsync()).Errors.Count);
        var earlier = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "merged",
                ["Input.Minutes"] = "60",
                ["Input.Issuer"] = "Rīgas apgabaltiesa",
                ["Input.Number"] = "K-77/2026",
                ["Input.DecidedOn"] = "01.01.2026",
            }
        );
        Assert.Contains("nevar būt agrāks", Assert.Single(earlier.Errors), StringComparison.Ordinal);
        var done = await earlier.SubmitAsync(new() { ["Input.DecidedOn"] = "10.04.2026" });

        Assert.Contains("Izpildīts 0:00 no 60:00", done.Words, StringComparison.Ordinal);
        Assert.Contains(
            "40:00 → 60:00: apvienoti sodi, Rīgas apgabaltiesa, Nr. K-77/2026",
            done.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("K-", done.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.amountChanged"));
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM cases.basis WHERE client_id = '{section.ClientId}'")
        );
        Assert.Equal(
            section.BasisId.Value,
            await app.ScalarAsync<Guid>($"SELECT basis_id FROM cases.section WHERE id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Closing_OtherThanServed_AsksForItsDocument_AndReplacementForTheCourtsDecision()
    {
        var (browser, section) = await RegisteredAsync();
        var form = await browser.GetAsync($"/sections/{section.Id}/close");
        Assert.Contains("Miršanas reģistra ieraksts", form.Words, StringComparison.Ordinal);

        var replaced = await form.SubmitAsync(new() { ["Input.Outcome"] = "replaced_by_short_term_imprisonment" });
        Assert.Contains("tiesas lēmums", Assert.Single(replaced.Errors), StringComparison.Ordinal);
        var bare = await replaced.SubmitAsync(new() { ["Input.Outcome"] = "released_from_remainder" });
        Assert.Contains("vajadzīgs dokuments", Assert.Single(bare.Errors), StringComparison.Ordinal);
        var later = await bare.SubmitAsync(
            new() { ["Input.GroundReference"] = "Rīgas pilsētas tiesa, Nr. 5", ["Input.GroundIssuedOn"] = "16.04.2026" }
        );
        Assert.Contains("nevar būt vēlāks", Assert.Single(later.Errors), StringComparison.Ordinal);
        var check = await later.SubmitAsync(new() { ["Input.GroundIssuedOn"] = "14.04.2026" });
        Assert.Contains("Rīgas pilsētas tiesa, Nr. 5, 14.04.2026", check.Words, StringComparison.Ordinal);
        await check.SubmitAsync(button: "Slēgt sekciju");

        Assert.Equal(
            "released_from_remainder court_decision Rīgas pilsētas tiesa, Nr. 5",
            await app.ScalarAsync<string>(
                $"SELECT concat_ws(' ', outcome, kind, reference) FROM cases.closing_ground WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Suspension_OverADayThatWasWorked_IsRefused_AndWhatWasPlannedInItGoes()
    {
        var (browser, section) = await RegisteredAsync();
        var host = await app.HostAsync("Parki", new DateOnly(2026, 1, 1));
        await (await browser.GetAsync($"/community-work/{section.Id}/host")).SubmitAsync(
            new() { ["Input.Host"] = host.ToString(), ["Input.From"] = "13.04.2026" },
            button: "Norīkot"
        );
        await (await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13")).SubmitAsync(
            new() { ["Worked-2026-04-14"] = "2" },
            form: "form[action*='week=2026-04-13']"
        );

        var suspend = await browser.GetAsync($"/sections/{section.Id}/suspend");
        var refused = await suspend.SubmitAsync(new() { ["Input.Reason"] = "illness", ["Input.Day"] = "14.04.2026" });
        Assert.Contains("Klients strādājis 14.04.2026", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await refused.SubmitAsync(new() { ["Input.Day"] = "15.04.2026" });

        var hours = await (await browser.GetAsync($"/community-work/{section.Id}?week=2026-04-13")).SubmitAsync(
            new() { ["Worked-2026-04-15"] = "2" },
            form: "form[action*='week=2026-04-13']"
        );
        Assert.Contains("aptur", Assert.Single(hours.Errors), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Izpilde apturēta; noilguma dienu", hours.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.suspended"));
    }

    [Fact]
    public async Task SecondSection_OfTheSameClient_IsShownBeside_AndWarnedOfInAnotherUnit()
    {
        var (browser, section) = await RegisteredAsync();
        var second = await app.SectionAsync(Forty, client: section.ClientId);

        var page = await browser.GetAsync($"/community-work/{section.Id}");

        Assert.Contains("Tās izpilda viena struktūrvienība", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"a[href='/community-work/{second.Id}']"));
    }

    private async Task<(PageBrowser, Section)> RegisteredAsync()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(Forty);
        await (await browser.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );
        return (browser, section);
    }
}
