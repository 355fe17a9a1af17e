using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Support.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Support;

/// <summary>Referral to a specialist with consent on the cost, sessions, and the counts of clients and sessions apart.</summary>
public sealed class ConsultationTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Consultations_FromConsentToTheEnd_AreHeldMissedAndEnded()
    {
        var (browser, section) = await SectionAsync();
        var contract = await app.ContractAsync("psychotherapy", price: 60, funding: "esf4346");

        var refused = await ReferAsync(browser, section.Id, contract, "disagrees");
        Assert.Contains("piekrīt segt papildu izdevumus", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Dusmu lēkmes", refused.Text, StringComparison.Ordinal);
        var much = await ReferAsync(browser, section.Id, contract, "agrees", "61");
        Assert.Contains("60,00 EUR", Assert.Single(much.Errors), StringComparison.Ordinal);
        var page = await ReferAsync(browser, section.Id, contract, "agrees", "10,50");
        Assert.Contains("piekritis 02.03.2026 maksāt 10,50 EUR", page.Words, StringComparison.Ordinal);

        await HoldAsync(browser, page.Path, "05.03.2026", "yes");
        await HoldAsync(browser, page.Path, "12.03.2026", "no");
        var held = await HoldAsync(browser, page.Path, "19.03.2026", "yes");
        Assert.Contains("Notikušas 2 no 2", held.Words, StringComparison.Ordinal);
        Assert.Contains("49,50", held.Words, StringComparison.Ordinal);
        var more = await HoldAsync(browser, page.Path, "26.03.2026", "yes");
        Assert.Contains("pasūtītās konsultācijas (2)", Assert.Single(more.Errors), StringComparison.Ordinal);
        var early = await EndAsync(browser, page.Path, "18.03.2026");
        Assert.Contains("19.03.2026", Assert.Single(early.Errors), StringComparison.Ordinal);
        var ended = await EndAsync(browser, page.Path, "20.03.2026");
        Assert.Contains("pabeigtas", ended.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page.Path + "/session")).Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "support.consultationReferred"));
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "support.sessionHeld"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "support.sessionMissed"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "support.consultationEnded"));

        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(page.Path)).Status);
    }

    [Fact]
    public async Task ChildUnderObservation_PaysNothing_AndAContractWithoutMoneyHoldsNoSession()
    {
        var browser = await app.AsAsync("caseManager");
        var child = await app.SectionAsync(
            new MeasureTerms("probationObservation") { Months = 12 },
            browser.StaffId,
            birthDate: new DateOnly(2010, 5, 6),
            inForceOn: new DateOnly(2026, 2, 2)
        );
        var contract = await app.ContractAsync("addiction", price: 40, amount: 50);

        var pays = await ReferAsync(browser, child.Id, contract, "agrees", "5");
        Assert.Contains("nemaksā", Assert.Single(pays.Errors), StringComparison.Ordinal);
        var page = await ReferAsync(browser, child.Id, contract, "noCost");
        await HoldAsync(browser, page.Path, "05.03.2026", "yes");
        var spent = await HoldAsync(browser, page.Path, "06.03.2026", "yes");
        Assert.Contains("atlikums 10,00 EUR", Assert.Single(spent.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoSessionsAtTheSameSecond_DoNotSpendTheSameMoney()
    {
        var contract = await app.ContractAsync("addiction", price: 40, amount: 50);
        var forms = new List<ReadPage>();
        foreach (var _ in new int[4])
        {
            var browser = await app.AsAsync("caseManager");
            var section = await app.SectionAsync(Year, browser.StaffId, inForceOn: new DateOnly(2026, 2, 2));
            var page = await ReferAsync(browser, section.Id, contract, "noCost");
            forms.Add(await browser.GetAsync(page.Path + "/session"));
        }

        await Task.WhenAll(
            forms.Select(f =>
                f.SubmitAsync(
                    new() { ["Input.On"] = "05.03.2026", ["Input.Attended"] = "yes" },
                    form: "main form[novalidate]"
                )
            )
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM support.session h JOIN support.consultation c ON c.id = h.consultation_id WHERE c.contract_id = '{contract.Id}'"
            )
        );
    }

    [Fact]
    public async Task Counts_ByYearAndSource_HaveClientsAndSessionsApart_AndOpenTheirRows()
    {
        var one = await app.SectionAsync(Year, inForceOn: new DateOnly(2025, 2, 3));
        var two = await app.SectionAsync(Year, inForceOn: new DateOnly(2025, 2, 3));
        var budget = await app.ContractAsync("lawyer", price: 50);
        var project = await app.ContractAsync("lawyer", price: 50, funding: "esf4346");
        var staff = (await app.StaffAsync("caseManager")).Id;
        await HeldAsync(one, budget, staff, (2025, true), (2026, true), (2026, true), (2026, false));
        await HeldAsync(one, project, staff, (2026, true));
        await HeldAsync(two, project, staff, (2026, true), (2026, false));
        var analyst = await app.AsAsync("analyst");

        var page = await analyst.GetAsync("/support/counts/2026");
        var rows = page
            .Html.QuerySelectorAll("main tbody tr")
            .Select(r => string.Join(' ', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim())))
            .Where(r => r.StartsWith("Jurists", StringComparison.Ordinal))
            .ToList();
        // One client was paid for out of both sources: two clients in all, not three.
        Assert.Equal(
            [
                "Jurists Dienesta budžets 1 2 1 2 3",
                "Jurists ESF+ projekts 4.3.4.6. 2 2 1 2 2",
                "Jurists Visi avoti 2 4 2 3 5",
            ],
            rows
        );
        Assert.Contains("Jurists", (await analyst.GetAsync("/support/counts/2025")).Words, StringComparison.Ordinal);

        var clients = await analyst.GetAsync("/support/counts/2026/lawyer/all/clients");
        Assert.Equal(2, clients.Html.QuerySelectorAll("main tbody tr").Length);
        var sessions = await analyst.GetAsync("/support/counts/2026/lawyer/budget/sessions");
        Assert.Equal(2, sessions.Html.QuerySelectorAll("main tbody tr").Length);
        Assert.NotEqual(0, await app.ViewsAsync(one.ClientId, "figures.rows"));
        var csv = await analyst.GetAsync("/support/counts/2026?handler=export&format=csv");
        Assert.Contains("Jurists", csv.Text, StringComparison.Ordinal);
        var names = await analyst.GetAsync("/support/counts/2026/lawyer/all/missed?handler=export&format=csv");
        Assert.Contains("Bērziņš", names.Text, StringComparison.Ordinal);
        var head = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(2));
        var unseen = await head.GetAsync("/support/counts/2026/lawyer/all/clients");
        Assert.Contains("2 ieraksti ir ārpus", unseen.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bērziņš", unseen.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync("/support/counts/2026/x/all/clients")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.AsAsync("caseManager")).GetAsync("/support/counts")).Status
        );
    }

    private async Task HeldAsync(
        Section section,
        ProviderContract contract,
        StaffId by,
        params (int Year, bool Attended)[] sessions
    )
    {
        var consultation = new Consultation(section.Id, contract, new DateOnly(2025, 3, 3), by);
        consultation.Describe("Parādi", 10);
        consultation.Agree("noCost", null, null);
        await app.SaveAsync([
            consultation,
            .. sessions.Select(
                (s, i) =>
                    new ConsultationSession(consultation, contract, new DateOnly(s.Year, 4, 1 + i), s.Attended, null)
            ),
        ]);
    }

    private static async Task<ReadPage> ReferAsync(
        PageBrowser browser,
        SectionId section,
        ProviderContract contract,
        string consent,
        string? share = null
    ) =>
        await (await browser.GetAsync($"/sections/{section}/support/consultations")).SubmitAsync(
            new()
            {
                ["Input.Contract"] = contract.Id.ToString(),
                ["Input.ReferredOn"] = "02.03.2026",
                ["Input.Purpose"] = "Dusmu lēkmes",
                ["Input.Ordered"] = "2",
                ["Input.Consent"] = consent,
                ["Input.ClientShare"] = share,
                ["Input.ConsentOn"] = share is null ? null : "02.03.2026",
            },
            form: "main form[novalidate]"
        );

    private static async Task<ReadPage> HoldAsync(PageBrowser browser, string href, string on, string attended) =>
        await (await browser.GetAsync(href + "/session")).SubmitAsync(
            new() { ["Input.On"] = on, ["Input.Attended"] = attended },
            form: "main form[novalidate]"
        );

    private static async Task<ReadPage> EndAsync(PageBrowser browser, string href, string on) =>
        await (await browser.GetAsync(href + "/end")).SubmitAsync(
            new() { ["Input.On"] = on, ["Input.Ending"] = "completed" },
            form: "main form[novalidate]"
        );

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync()
    {
        var browser = await app.AsAsync("caseManager");
        return (browser, await app.SectionAsync(Year, browser.StaffId, inForceOn: new DateOnly(2026, 2, 2)));
    }
}
