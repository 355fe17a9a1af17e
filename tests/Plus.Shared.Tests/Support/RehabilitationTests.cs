using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Support;

/// <summary>A client in social rehabilitation, from the referral to the expulsion, and everything that is refused.</summary>
public sealed class RehabilitationTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };
    private static readonly DateOnly February = new(2026, 2, 2);

    [Fact]
    public async Task Stay_FromReferralToExpulsion_IsPaidDayByDay_WithoutAbsences()
    {
        var (browser, section) = await SectionAsync();
        var contract = await app.ContractAsync(price: 25);

        var stay = await browser.ReferAsync(section.Id, contract);
        Assert.Contains("gaida vietu", stay.Words, StringComparison.Ordinal);
        var page = await browser.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "03.03.2026" });
        Assert.Contains("saņem pakalpojumu", page.Words, StringComparison.Ordinal);
        await browser.StepAsync(
            stay.Path,
            "absence",
            new()
            {
                ["Input.From"] = "05.03.2026",
                ["Input.To"] = "06.03.2026",
                ["Input.Reason"] = "Slimnīcā",
            }
        );
        page = await browser.StepAsync(
            stay.Path,
            "leave",
            new()
            {
                ["Input.On"] = "12.03.2026",
                ["Input.Leaving"] = "expelled",
                ["Input.Note"] = "Lietoja alkoholu",
            }
        );

        // From 3 to 12 March without two days: eight days of min(70 % of 25.00; 21.00).
        Assert.Contains("8 dienas, Dienests maksā 140,00 EUR", page.Words, StringComparison.Ordinal);
        Assert.Contains("12.03.2026, atskaitīts. Lietoja alkoholu", page.Words, StringComparison.Ordinal);
        Assert.Contains("17,50", page.Words, StringComparison.Ordinal);
        foreach (
            var type in new[]
            {
                "support.stayReferred",
                "support.stayEntered",
                "support.stayAbsence",
                "support.stayLeft",
            }
        )
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, type));
        }

        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "support.view"));
        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "support.refer"));
        var list = await browser.GetAsync($"/sections/{section.Id}/support");
        Assert.Contains("beidzis", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_BeforeSomebodyWithPriority_NeedsAReason_AndNoMoreThanThePlaces()
    {
        var contract = await app.ContractAsync(places: 1);
        var (browser, early) = await SectionAsync();
        var (second, late) = await SectionAsync();
        var first = await browser.ReferAsync(early.Id, contract, "02.03.2026");
        var released = await second.ReferAsync(late.Id, contract, "10.03.2026", released: "09.03.2026");

        var queue = await second.GetAsync("/support/queue");
        var priority = queue
            .Html.QuerySelectorAll("main tbody tr")
            .Single(r => r.TextContent.Contains("ir: no ieslodzījuma", StringComparison.Ordinal));
        Assert.StartsWith("1", priority.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(released.Path, priority.InnerHtml, StringComparison.Ordinal);
        var refused = await browser.StepAsync(first.Path, "enter", new() { ["Input.On"] = "11.03.2026" });
        Assert.Contains("Gaida klienti ar priekšroku (1)", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("value=\"11.03.2026\"", refused.Text, StringComparison.Ordinal);
        var entered = await refused.SubmitAsync(
            new() { ["Input.Reason"] = "Otram klientam vēl jākārto dokumenti" },
            form: "main form[novalidate]"
        );
        Assert.Contains("Otram klientam vēl jākārto dokumenti", entered.Words, StringComparison.Ordinal);

        var full = await second.StepAsync(released.Path, "enter", new() { ["Input.On"] = "12.03.2026" });
        Assert.Contains("Visas vietas (1) ir aizņemtas", Assert.Single(full.Errors), StringComparison.Ordinal);
        var cancelled = await second.StepAsync(released.Path, "cancel", new() { ["Input.Reason"] = "Atrada mājokli" });
        Assert.Contains("atsaukts", cancelled.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(late.Id, "support.stayCancelled"));
    }

    [Fact]
    public async Task TwoEntriesAtTheSameSecond_DoNotShareTheLastPlace()
    {
        for (var round = 0; round < 5; round++)
        {
            var contract = await app.ContractAsync(places: 1);
            var forms = new List<ReadPage>();
            foreach (var _ in new int[4])
            {
                var (browser, section) = await SectionAsync();
                var stay = await browser.ReferAsync(section.Id, contract, "02.03.2026");
                forms.Add(await browser.GetAsync(stay.Path + "/enter"));
            }

            var answers = await Task.WhenAll(
                forms.Select(f =>
                    f.SubmitAsync(
                        new() { ["Input.On"] = "11.03.2026", ["Input.Reason"] = "Vienlaikus" },
                        form: "main form[novalidate]"
                    )
                )
            );
            Assert.Equal(
                1L,
                await app.ScalarAsync<long>(
                    $"SELECT count(*) FROM support.rehabilitation WHERE contract_id = '{contract.Id}' AND entered_on IS NOT NULL"
                )
            );
            Assert.Equal(
                3,
                answers.Count(a => a.Errors.Any(e => e.Contains("ir aizņemtas", StringComparison.Ordinal)))
            );
        }
    }

    [Fact]
    public async Task ImpossibleDays_SpentBudgets_AndSecondReferrals_AreRefused_AndWhatWasTypedStays()
    {
        var (browser, section) = await SectionAsync();
        var contract = await app.ContractAsync(price: 30, amount: 40);

        var future = await browser.ReferAsync(section.Id, contract, "16.04.2026");
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        Assert.Contains("Pagaidu dzīvesvieta", future.Text, StringComparison.Ordinal);
        var early = await browser.ReferAsync(section.Id, contract, "01.02.2026");
        Assert.Contains("02.02.2026", Assert.Single(early.Errors), StringComparison.Ordinal);
        var stay = await browser.ReferAsync(section.Id, contract, "02.03.2026");
        var again = await browser.ReferAsync(section.Id, contract, "03.03.2026");
        Assert.Contains("jau gaida vai saņem", Assert.Single(again.Errors), StringComparison.Ordinal);

        var before = await browser.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "01.03.2026" });
        Assert.Contains("02.03.2026", Assert.Single(before.Errors), StringComparison.Ordinal);
        await browser.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "02.03.2026" });
        var outside = await browser.StepAsync(
            stay.Path,
            "absence",
            new()
            {
                ["Input.From"] = "01.03.2026",
                ["Input.To"] = "03.03.2026",
                ["Input.Reason"] = "Ārpusē",
            }
        );
        Assert.Contains("ārpus pakalpojuma", Assert.Single(outside.Errors), StringComparison.Ordinal);
        var left = await browser.StepAsync(
            stay.Path,
            "leave",
            new()
            {
                ["Input.On"] = "01.03.2026",
                ["Input.Leaving"] = "left",
                ["Input.Note"] = "Aizgāja",
            }
        );
        Assert.Contains("02.03.2026", Assert.Single(left.Errors), StringComparison.Ordinal);

        // 45 days at 21.00 are more than the contract's 40.00: nobody else enters.
        var (other, another) = await SectionAsync();
        var waits = await other.ReferAsync(another.Id, contract, "02.03.2026");
        var spent = await other.StepAsync(waits.Path, "enter", new() { ["Input.On"] = "15.04.2026" });
        Assert.Contains("naudas nepietiek", Assert.Single(spent.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChildUnderObservation_IsPaidInFull()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var child = await app.SectionAsync(
            new MeasureTerms("probationObservation") { Months = 12 },
            browser.StaffId,
            birthDate: new DateOnly(2010, 5, 6),
            inForceOn: February
        );
        var contract = await app.ContractAsync(price: 40);

        var stay = await browser.ReferAsync(child.Id, contract, "02.04.2026");
        var page = await browser.StepAsync(stay.Path, "enter", new() { ["Input.On"] = "14.04.2026" });

        Assert.Contains("2 dienas, Dienests maksā 80,00 EUR", page.Words, StringComparison.Ordinal);
        Assert.Contains("visu cenu", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_OfAnotherOffice_DoesNotExist_AndOthersMayNot()
    {
        var (browser, section) = await SectionAsync();
        var contract = await app.ContractAsync();
        var stay = await browser.ReferAsync(section.Id, contract);
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var reader = await app.LoggedInAsAsync("qualityReviewer");
        var analyst = await app.AsAsync("analyst");

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(stay.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(stay.Path + "/enter")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/sections/{section.Id}/support")).Status);
        Assert.DoesNotContain("Bērziņš", (await far.GetAsync("/support/queue")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(stay.Path + "/enter")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(stay.Path)).Status);
        var report = await app.SectionAsync(new MeasureTerms("assessmentReport"), browser.StaffId);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{report.Id}/support")).Status);
    }

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync()
    {
        var browser = await app.AsAsync("caseManager");
        return (browser, await app.SectionAsync(Year, browser.StaffId, inForceOn: February));
    }
}
