using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Obligations;

public sealed class ObligationTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    [Fact]
    public async Task Obligation_SetServedCheckedAndFulfilled_LeavesEachStepInTheHistory()
    {
        var (browser, section) = await SectionAsync();
        var one = await SetAsync(browser, section);
        Assert.Contains("Nav paziņots", one.Words, StringComparison.Ordinal);

        var served = await (await browser.GetAsync(one.Path + "/serve")).SubmitAsync(
            new() { ["Input.How"] = "inPerson", ["Input.ServedOn"] = "10.04.2026" }
        );
        Assert.Contains("11.05.2026 – lēmumu var apstrīdēt 1 mēneša laikā", served.Words, StringComparison.Ordinal);
        Assert.Contains("nav apstiprināts", served.Words, StringComparison.Ordinal);

        var check = await browser.GetAsync(one.Path + "/check");
        var refused = await check.SubmitAsync(new() { ["Input.OnDay"] = "12.04.2026", ["Input.Percent"] = "120" });
        Assert.Equal(3, refused.Errors.Count);
        await refused.SubmitAsync(
            new()
            {
                ["Input.Finding"] = "violated",
                ["Input.Note"] = "Alkometra rādījums 0,8 promiles",
                ["Input.Percent"] = "10",
            }
        );
        var list = await browser.GetAsync($"/sections/{section.Id}/obligations");
        Assert.Contains("1 pārbaude, pēdējā 12.04.2026: Pārkāpts", list.Words, StringComparison.Ordinal);
        Assert.Contains("Konstatēts 1 pārkāpums", list.Words, StringComparison.Ordinal);

        var ended = await (await browser.GetAsync(one.Path + "/end")).SubmitAsync(
            new() { ["Input.Reason"] = "fulfilled", ["Input.EndedOn"] = "14.04.2026" }
        );
        Assert.Contains("Izpildīts", ended.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(one.Path + "/check")).Status);
        foreach (
            var type in new[] { "obligations.set", "obligations.served", "obligations.checked", "obligations.ended" }
        )
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, type));
        }

        Assert.True(
            await app.ScalarAsync<bool>(
                $"SELECT EXISTS (SELECT FROM audit.view WHERE section_id = '{section.Id}' AND part = 'obligations.view')"
            )
        );
    }

    [Fact]
    public async Task Obligation_Changed_EndsOnTheDayBeforeAndIsFollowedByTheNewOne()
    {
        var (browser, section) = await SectionAsync();
        var one = await SetAsync(browser, section);
        var form = await browser.GetAsync(one.Path + "/change");
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.From"] = "06.04.2026",
            ["Input.DecidedOn"] = "13.04.2026",
            ["Input.Wording"] = "Nelietot alkoholu",
        };
        var without = await form.SubmitAsync(fields);
        Assert.Contains("pamatojumu", string.Join(' ', without.Errors), StringComparison.OrdinalIgnoreCase);
        fields["Reason"] = "Speciālista ieteikums";
        var early = await without.SubmitAsync(fields);
        Assert.Contains("ne agrāk kā 07.04.2026", Assert.Single(early.Errors), StringComparison.Ordinal);
        fields["Input.From"] = "13.04.2026";
        var changed = await early.SubmitAsync(fields);

        Assert.NotEqual(one.Path, changed.Path);
        Assert.Equal(
            ["changed 2026-04-12 false", "open  true"],
            await app.ReadListAsync(
                $"SELECT coalesce(end_reason, 'open') || ' ' || coalesce(ended_on::text, '') || ' ' || (follows_id IS NOT NULL) FROM obligations.obligation WHERE section_id = '{section.Id}' ORDER BY 1"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.changed"));
    }

    [Fact]
    public async Task Contest_ThatIsWon_EndsTheObligation()
    {
        var (browser, section) = await SectionAsync();
        var one = await SetAsync(browser, section);
        var contested = await (await browser.GetAsync(one.Path + "/contest")).SubmitAsync(
            new() { ["Input.ContestedOn"] = "13.04.2026", ["Input.Suspends"] = "true" }
        );
        Assert.Contains("lēmuma darbība apturēta", contested.Words, StringComparison.Ordinal);

        var decided = await (await browser.GetAsync(one.Path + "/contest/decide")).SubmitAsync(
            new() { ["Input.DecidedOn"] = "14.04.2026", ["Input.Outcome"] = "cancelled" }
        );

        Assert.Contains("14.04.2026, lēmums atcelts", decided.Words, StringComparison.Ordinal);
        Assert.Equal(
            "cancelled",
            await app.ScalarAsync<string>(
                $"SELECT end_reason FROM obligations.obligation WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.contested"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.contestDecided"));
    }

    [Theory]
    [InlineData("specialist", "Psihologs", "12.04.2026", "piekrīt segt papildu izdevumus")]
    [InlineData("specialist", "", "12.04.2026", "Nosauciet speciālistu")]
    [InlineData("substance_ban", "", "31.03.2026", "ne agrāk kā sekcijas atvēršanas dienā (01.04.2026)")]
    [InlineData("substance_ban", "", "16.05.2026", "nevar būt nākotnē")]
    [InlineData("curfew", "", "12.04.2026", "Ievadiet laiku, piemēram, 22:00")]
    [InlineData("child_curfew", "", "12.04.2026", "Ievadiet laiku")]
    [InlineData("nothing", "", "12.04.2026", "Izvēlieties pienākuma veidu")]
    public async Task Obligation_AgainstTheLaw_IsRefusedAndNothingTypedIsLost(
        string kind,
        string specialist,
        string decidedOn,
        string refusal
    )
    {
        var (browser, section) = await SectionAsync();
        var form = await browser.GetAsync($"/sections/{section.Id}/obligations/new");
        var page = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = kind,
                ["Input.Wording"] = "Īpašs teksts",
                ["Input.Specialist"] = specialist,
                ["Input.From"] = "13.04.2026",
                ["Input.DecidedOn"] = decidedOn,
            }
        );

        Assert.Contains(refusal, string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.Contains("Īpašs teksts", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "obligations.set"));
    }

    [Fact]
    public async Task Obligation_WordForWordTheSame_IsRefusedWhileItBinds()
    {
        var (browser, section) = await SectionAsync();
        await SetAsync(browser, section);
        var again = await FilledAsync(browser, section);
        Assert.Contains("jau ir spēkā", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeopleOfABanOnContact_AreReadOnlyByWhoMaySeeVictims()
    {
        var (manager, section) = await SectionAsync();
        var head = await app.LoggedInAsAsync("officeHead");
        var form = await head.GetAsync($"/sections/{section.Id}/obligations/new");
        var one = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "contact_ban",
                ["Input.Wording"] = "Nesazināties ar pielikumā nosauktajām personām",
                ["Input.People"] = "Anna Slepenā",
                ["Input.From"] = "10.04.2026",
                ["Input.DecidedOn"] = "10.04.2026",
            }
        );

        Assert.Contains("Anna Slepenā", one.Words, StringComparison.Ordinal);
        var seen = await manager.GetAsync(one.Path);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Slepenā", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepenā", (await manager.GetAsync(one.Path + "/change")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Slepenā",
            (await manager.GetAsync($"/clients/{section.ClientId}/timeline")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Obligations_OutOfReachOrOfWork_DoNotExist()
    {
        var (browser, section) = await SectionAsync();
        var one = await SetAsync(browser, section);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var accountant = await app.LoggedInAsAsync("accountant");
        var methodologist = await app.LoggedInAsAsync("methodologist");
        foreach (var step in new[] { "", "/check", "/serve", "/contest", "/change", "/end" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(one.Path + step)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(one.Path + step)).Status);
            Assert.Equal(
                step.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await methodologist.GetAsync(one.Path + step)).Status
            );
        }

        var work = await app.SectionAsync(new("communityWork") { Role = "main", Hours = 100 });
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{work.Id}/obligations")).Status);
    }

    [Fact]
    public async Task Obligation_ChangedByTwo_IsAConflictForTheSecond()
    {
        var (browser, section) = await SectionAsync();
        var one = await SetAsync(browser, section);
        var stale = await browser.GetAsync(one.Path + "/end");
        await (await browser.GetAsync(one.Path + "/serve")).SubmitAsync(
            new() { ["Input.How"] = "post", ["Input.ServedOn"] = "13.04.2026" }
        );

        var conflict = await stale.SubmitAsync(
            new() { ["Input.Reason"] = "fulfilled", ["Input.EndedOn"] = "14.04.2026" }
        );

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "obligations.ended"));
    }

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        return (browser, await app.SectionAsync(Suspended, manager: browser.StaffId));
    }

    private static async Task<ReadPage> SetAsync(PageBrowser browser, Section section)
    {
        var done = await FilledAsync(browser, section);
        Assert.StartsWith("/obligations/", done.Path, StringComparison.Ordinal);
        return done;
    }

    private static async Task<ReadPage> FilledAsync(PageBrowser browser, Section section) =>
        await (await browser.GetAsync($"/sections/{section.Id}/obligations/new")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = "substance_ban",
                ["Input.Wording"] = "Nelietot alkoholu un narkotiskās vielas",
                ["Input.From"] = "06.04.2026",
                ["Input.DecidedOn"] = "06.04.2026",
                ["Input.DecisionNumber"] = "PL-1/26",
            }
        );
}
