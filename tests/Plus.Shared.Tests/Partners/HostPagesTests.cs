using System.Net;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Partners;

/// <summary>Host employers: what is told of them, their contracts, sites, people and how it goes.</summary>
public sealed class HostPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Host_IsAddedWithAContractASiteAndItsWork_EachAudited()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var host = await AddAsync(head, "Ķekavas kapsētu pārvalde", "40003032949");

        await (await head.GetAsync(host + "/contracts/new")).SubmitAsync(
            new()
            {
                ["Input.Number"] = "3-14/2026/7",
                ["Input.From"] = "01.04.2026",
                ["Input.To"] = "30.05.2026",
            }
        );
        var site = await (await head.GetAsync(host + "/sites/new")).SubmitAsync(
            new()
            {
                ["Input.Name"] = "Meža kapi",
                ["Input.Address"] = "Mežaparka prospekts 2",
                ["Input.Territory"] = "0001000",
                ["Input.Point"] = "56.9912, 24.1511",
                ["Input.Places[0]"] = "3",
                ["Input.Places[5]"] = "2",
                ["Input.NearChildren"] = "true",
            }
        );
        var work = await (await site.ClickAsync("Pievienot darbu: Meža kapi")).SubmitAsync(
            new() { ["Input.Work"] = "cemetery", ["Input.Tools"] = "Grābekļus dod darba devējs" }
        );

        Assert.Contains("3-14/2026/7", work.Words, StringComparison.Ordinal);
        Assert.Contains("Līgums beidzas 30.05.2026", work.Words, StringComparison.Ordinal);
        Assert.Contains("Kapsētu kopšana", work.Words, StringComparison.Ordinal);
        Assert.Contains("56.99120, 24.15110", work.Words, StringComparison.Ordinal);
        Assert.Contains("Tuvumā bērni", work.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["partners.contractAdded", "partners.hostAdded", "partners.siteAdded", "partners.workAdded"],
            await TypesAsync(host)
        );

        var ended = await work.SubmitAsync(form: "form[action*='EndWork']");
        Assert.DoesNotContain("Kapsētu kopšana", ended.Words, StringComparison.Ordinal);
        Assert.Contains("partners.workEnded", await TypesAsync(host));
        var changed = await (await head.GetAsync(SiteOf(ended))).SubmitAsync(new() { ["Input.Places[0]"] = "4" });
        Assert.Equal(host, changed.Path);
        Assert.Contains("partners.siteChanged", await TypesAsync(host));
    }

    [Fact]
    public async Task RegistrationNumber_Malformed_IsRefused_KnownIsRefused_WithAWrongDigitIsDoubted()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        await AddAsync(head, "Pirmais", "40003245752");
        var form = await head.GetAsync("/partners/new");

        var malformed = await form.SubmitAsync(
            new()
            {
                ["Input.Name"] = "Otrais",
                ["Input.Kind"] = "state",
                ["Input.RegistrationNo"] = "12345",
            }
        );
        Assert.Contains("11 cipari", Assert.Single(malformed.Errors), StringComparison.Ordinal);
        Assert.Contains("value=\"12345\"", malformed.Text, StringComparison.Ordinal);

        var known = await malformed.SubmitAsync(new() { ["Input.RegistrationNo"] = "LV40003245752" });
        Assert.Contains("jau ir: Pirmais", Assert.Single(known.Errors), StringComparison.Ordinal);

        var doubted = await known.SubmitAsync(new() { ["Input.RegistrationNo"] = "40003245753" });
        Assert.Contains("kontrolcipars nesakrīt", doubted.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_IsRenewedAndEnded_EachWithItsRefusals()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var host = await AddAsync(head, "Rīgas bibliotēka", null);
        var contract = new Dictionary<string, string?> { ["Input.Number"] = "L-5", ["Input.From"] = "01.01.2026" };
        var form = await head.GetAsync(host + "/contracts/new");
        var wrong = await form.SubmitAsync(new(contract) { ["Input.To"] = "31.12.2025" });
        Assert.Contains("nevar būt pirms pirmās", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var page = await wrong.SubmitAsync(new() { ["Input.To"] = "30.06.2026" });

        var again = await (await head.GetAsync(host + "/contracts/new")).SubmitAsync(
            new() { ["Input.Number"] = "L-6", ["Input.From"] = "01.06.2026" }
        );
        Assert.Contains("L-5", Assert.Single(again.Errors), StringComparison.Ordinal);
        var taken = await again.SubmitAsync(new() { ["Input.Number"] = "L-5" });
        Assert.Contains("šādu numuru", Assert.Single(taken.Errors), StringComparison.Ordinal);

        var renew = await page.ClickAsync("Pagarināt: L-5");
        var shorter = await renew.SubmitAsync(new() { ["Input.Number"] = "V-1", ["Input.To"] = "01.06.2026" });
        Assert.Contains("30.06.2026", Assert.Single(shorter.Errors), StringComparison.Ordinal);
        page = await shorter.SubmitAsync(new() { ["Input.To"] = "31.12.2026" });
        Assert.Contains("Vienošanās Nr. V-1 (15.04.2026): līdz 31.12.2026", page.Words, StringComparison.Ordinal);

        var end = await page.ClickAsync("Izbeigt: L-5");
        var outside = await end.SubmitAsync(new() { ["Input.LastDay"] = "01.02.2027", ["Input.Why"] = "hostLeft" });
        Assert.Contains("līguma darbības laikā", Assert.Single(outside.Errors), StringComparison.Ordinal);
        page = await outside.SubmitAsync(new() { ["Input.LastDay"] = "30.04.2026" });

        Assert.Contains("Atkāpās darba devējs", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["partners.contractAdded", "partners.contractEnded", "partners.contractRenewed", "partners.hostAdded"],
            await TypesAsync(host)
        );
    }

    [Fact]
    public async Task Training_IsValidForTwoYears_AndItsLapseIsWarnedOf()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var host = await AddAsync(head, "Bērnu centrs", null);
        Assert.Contains("Nav apmācības", (await head.GetAsync(host)).Words, StringComparison.Ordinal);

        var form = await head.GetAsync(host + "/trainings/new");
        var ahead = await form.SubmitAsync(
            new() { ["Input.HeldOn"] = "16.04.2026", ["Input.Participants"] = "Direktore" }
        );
        Assert.Contains("vēl nav notikusi", Assert.Single(ahead.Errors), StringComparison.Ordinal);
        var lapsed = await ahead.SubmitAsync(new() { ["Input.HeldOn"] = "14.04.2024" });
        Assert.Contains("beigusies 14.04.2026", lapsed.Words, StringComparison.Ordinal);

        await (await head.GetAsync(host + "/trainings/new")).SubmitAsync(
            new() { ["Input.HeldOn"] = "15.04.2026", ["Input.Participants"] = "Direktore" }
        );
        var page = await head.GetAsync(host);
        Assert.Contains("Derīga līdz 15.04.2028", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("nepilngadīgos norīkot nevar", page.Words, StringComparison.Ordinal);
        Assert.Contains("partners.trainingAdded", await TypesAsync(host));
    }

    [Fact]
    public async Task ContactNoteAndLimits_AreKept_AndAContactMustBeReachable()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var host = await AddAsync(head, "Zaļā saimniecība", null);

        var form = await head.GetAsync(host + "/contacts/new");
        var unreachable = await form.SubmitAsync(new() { ["Input.Name"] = "Aija Ozola" });
        Assert.Contains("tālruni vai e-pastu", Assert.Single(unreachable.Errors), StringComparison.Ordinal);
        var page = await unreachable.SubmitAsync(new() { ["Input.Phone"] = "+371 20000000" });
        var person = page.Html.QuerySelector("a[href*='/contacts/0']")!.GetAttribute("href")!;
        await (await head.GetAsync(person)).SubmitAsync(new() { ["Input.To"] = "14.04.2026" });
        await (await head.GetAsync(host + "/notes/new")).SubmitAsync(
            new() { ["Input.Kind"] = "complaint", ["Input.Text"] = "Trūkst darba cimdu" }
        );
        await (await head.GetAsync(host + "/edit")).SubmitAsync(
            new() { ["Input.NoMinors"] = "true", ["Input.RefusedOffences"] = "violent" }
        );

        page = await head.GetAsync(host);
        Assert.Contains("Kontaktpersona līdz 14.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Contains("Trūkst darba cimdu", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nepilngadīgos nepieņem", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nepieņem par nodarījumiem: Vardarbīgi", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            [
                "partners.contactAdded",
                "partners.contactChanged",
                "partners.hostAdded",
                "partners.hostChanged",
                "partners.noteAdded",
            ],
            await TypesAsync(host)
        );
    }

    [Fact]
    public async Task Host_OfAnotherOffice_IsSeenButNotChanged_AndReadersHaveNoForm()
    {
        var host = await app.HostAsync(
            "Citas nodaļas devējs",
            new DateOnly(2026, 1, 1),
            office: await app.OfficeAsync(1)
        );
        var manager = await app.LoggedInAsAsync("caseManager");
        var analyst = await app.LoggedInAsAsync("analyst");

        var page = await manager.GetAsync($"/partners/{host}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Html.QuerySelector("a[href$='/edit']"));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/partners/{host}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/partners/{host}/sites/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/partners/new")).Status);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/partners/{host}")).Status);
    }

    [Fact]
    public async Task Lists_ContractsThatEndSoon_AndHostsByMunicipality_AreFiles()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        await app.HostAsync("Drīz beidzas", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 14));
        await app.HostAsync("Vēl ilgi", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 15));

        var ending = await head.GetAsync("/partners?contract=ends");
        var csv = await head.GetAsync("/partners?contract=ends&handler=Export&format=csv");
        var municipalities = await head.GetAsync("/partners/municipalities?handler=Export&format=csv");

        Assert.Contains("Drīz beidzas", ending.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Vēl ilgi", ending.Words, StringComparison.Ordinal);
        Assert.Contains("Drīz beidzas", csv.Text, StringComparison.Ordinal);
        Assert.Matches("Rīga;[2-9]", municipalities.Text);
        var xlsx = await head.GetAsync("/partners/municipalities?handler=Export&format=xlsx");
        Assert.Equal("PK"u8.ToArray(), xlsx.Bytes[..2]);
    }

    [Fact]
    public async Task PriorityWork_IsListedAndStruckOut()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var page = await head.GetAsync("/partners/priorities");

        var wrong = await page.SubmitAsync(
            new() { ["Input.Territory"] = "0001000", ["Input.Work"] = "snow" },
            form: "#add"
        );
        Assert.Contains("Aprakstiet darbu", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        page = await wrong.SubmitAsync(new() { ["Input.Title"] = "Ietves Vecrīgā" }, form: "#add");
        Assert.Contains("Ietves Vecrīgā", page.Words, StringComparison.Ordinal);
        page = await page.SubmitAsync(form: "form[action*='End']");

        Assert.Equal(
            ["partners.priorityAdded", "partners.priorityEnded"],
            await app.ReadListAsync("SELECT type FROM audit.process WHERE type LIKE 'partners.priority%' ORDER BY 1")
        );
    }

    private async Task<string> AddAsync(PageBrowser browser, string name, string? number)
    {
        var page = await (await browser.GetAsync("/partners/new")).SubmitAsync(
            new()
            {
                ["Input.Name"] = name,
                ["Input.Kind"] = "municipal",
                ["Input.RegistrationNo"] = number,
                ["Input.Office"] = (await app.OfficeAsync()).ToString(),
            }
        );
        Assert.StartsWith("/partners/0", page.Path, StringComparison.Ordinal);
        return page.Path;
    }

    private static string SiteOf(ReadPage host) =>
        host.Html.QuerySelector(".govuk-summary-card a[href*='/sites/']")!.GetAttribute("href")!;

    private async Task<IReadOnlyList<string>> TypesAsync(string host) =>
        await app.ReadListAsync(
            $"SELECT DISTINCT type FROM audit.process WHERE subject_id = '{host.Split('/')[^1]}' ORDER BY 1"
        );
}
