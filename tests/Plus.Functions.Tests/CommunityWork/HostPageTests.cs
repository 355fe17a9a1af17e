using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Running;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>A contact person of a host on the host's own page: from the link to the signed month, and nothing beyond.</summary>
public sealed partial class HostPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Contact_OpensTheLinkOnce_ConfirmsHours_AndSignsTheMonth()
    {
        var (manager, host, section) = await PlacedAsync("Rīgas meži");
        var (link, code) = await GiveAsync(manager, host);
        var phone = app.Browser();
        Assert.Equal("/host-work/closed", (await phone.GetAsync("/host-work")).Address.AbsolutePath);

        var enter = await phone.GetAsync(link);
        var wrong = await enter.SubmitAsync(new() { ["Input.Code"] = code == "000000" ? "111111" : "000000" });
        Assert.Contains("Kods nav pareizs. Atlikuši 4", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var page = await wrong.SubmitAsync(new() { ["Input.Code"] = code });
        Assert.Equal("/host-work", page.Path);
        Assert.Contains("Jānis Bērziņš", page.Words, StringComparison.Ordinal);
        Assert.Contains("Plānots 09:00–11:00 (2:00)", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("175", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-", page.Words, StringComparison.Ordinal);

        var typed = await page.SubmitAsync(new() { ["Worked-" + section.Id] = "daudz" }, form: Form("Worked"));
        Assert.Contains("Ievadiet nostrādāto laiku", Assert.Single(typed.Errors), StringComparison.Ordinal);
        Assert.Contains("value=\"daudz\"", typed.Text, StringComparison.Ordinal);
        var done = await typed.SubmitAsync(new() { ["Worked-" + section.Id] = "2:30" }, form: Form("Worked"));
        Assert.Contains(
            "Apstiprināts: 2:00 Pārsniedz atļauto un nav ieskaitīts: 0:30",
            done.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "120 30 hours_over_daily_limit_consent_missing",
            await app.ScalarAsync<string>(
                $"SELECT concat_ws(' ', credited_minutes, refused_minutes, refusal_code) FROM community_work.hours_entry WHERE section_id = '{section.Id}'"
            )
        );

        var signed = await done.SubmitAsync(form: Form("Sign"));
        Assert.Contains("Mēneša uzskaite parakstīta", signed.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1 klients, 2:30 stundas",
            (await manager.GetAsync($"/partners/{host}/access")).Words,
            StringComparison.Ordinal
        );
        foreach (var type in new[] { "hostPages.confirmed" })
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, type));
        }

        Assert.True(await app.ViewsAsync(section.ClientId, "hostPages.use") > 0);
        Assert.Equal(
            "hostPages.given hostPages.linkSent hostPages.opened hostPages.signed hostPages.wrongCode",
            await app.ScalarAsync<string>(
                "SELECT string_agg(DISTINCT type, ' ' ORDER BY type) FROM audit.process WHERE type LIKE 'hostPages.%' AND section_id IS NULL AND type <> 'hostPages.revoked'"
            )
        );
        Assert.Equal(HttpStatusCode.Gone, (await app.Browser().GetAsync(link)).Status);
    }

    [Fact]
    public async Task Absence_ToldByTheHost_IsATaskOfTheCaseManagerAtOnce()
    {
        var (manager, host, section) = await PlacedAsync("Parki");
        var phone = await EnteredAsync(manager, host);

        var told = await (await phone.GetAsync("/host-work")).SubmitAsync(form: Form("Absent"));

        Assert.Contains("Paziņots: neieradās", told.Words, StringComparison.Ordinal);
        Assert.Equal(
            "work false",
            await app.ScalarAsync<string>(
                $"SELECT kind || ' ' || attended FROM breaches.breach WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Contains(
            "Saņemt paskaidrojumu par 15.04.2026 pārkāpumu",
            (await manager.GetAsync($"/community-work/{section.Id}")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "hostPages.absent"));
        var again = await phone.PostAsync(
            "/host-work?handler=Absent&day=2026-04-15",
            [new("Section", section.Id.ToString())]
        );
        Assert.NotEqual(HttpStatusCode.OK, again.Status);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM breaches.breach WHERE section_id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Access_ReachesNothingElse_NorAnotherHostsClient_AndEndsAtOnceWhenRevoked()
    {
        var (manager, host, section) = await PlacedAsync("Kapi");
        var (_, other, foreign) = await PlacedAsync("Muzejs");
        var phone = await EnteredAsync(manager, host);

        foreach (
            var path in new[]
            {
                "/",
                "/tasks",
                "/partners",
                $"/partners/{host}",
                $"/partners/{host}/access",
                $"/clients/{section.ClientId}",
                $"/community-work/{section.Id}",
            }
        )
        {
            Assert.StartsWith("/login", (await phone.GetAsync(path)).Path, StringComparison.Ordinal);
        }

        var page = await phone.GetAsync("/host-work");
        Assert.DoesNotContain(foreign.Id.ToString(), page.Text, StringComparison.Ordinal);
        var field = page.Html.QuerySelector("form[action*='handler=Absent'] input[name='Section']")!;
        field.SetAttribute("value", foreign.Id.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsync(form: Form("Absent"))).Status);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM breaches.breach WHERE section_id = '{foreign.Id}'")
        );
        Assert.NotEqual(host, other);

        var list = await manager.GetAsync($"/partners/{host}/access");
        await list.SubmitAsync(form: "form[action*='Revoke']");
        Assert.Equal("/host-work/closed", (await phone.GetAsync("/host-work")).Address.AbsolutePath);
        var (next, code) = await GiveAsync(manager, host);
        var enter = await app.Browser().GetAsync(next);
        for (var i = 0; i < 5; i++)
        {
            enter = await enter.SubmitAsync(new() { ["Input.Code"] = code == "000000" ? "111111" : "000000" });
        }

        Assert.Equal(HttpStatusCode.Gone, enter.Status);
        Assert.Equal(HttpStatusCode.Gone, (await app.Browser().GetAsync(next)).Status);
    }

    [Fact]
    public async Task Access_IsGivenOnlyToAContactWithAnAddress_ByWhoMayChangeTheHost()
    {
        var (manager, host, _) = await PlacedAsync("Bibliotēka", email: null);
        var form = await manager.GetAsync($"/partners/{host}/access");

        Assert.Contains(
            "Izvēlieties kontaktpersonu",
            Assert.Single((await form.SubmitAsync(form: "form#give")).Errors),
            StringComparison.Ordinal
        );
        var contact = form.Html.QuerySelectorAll("option").Last().GetAttribute("value")!;
        var refused = await form.SubmitAsync(new() { ["Input.Contact"] = contact }, form: "form#give");
        Assert.Contains("nav e-pasta adreses", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/partners/{host}/access")).Status);
        var analyst = await app.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync($"/partners/{host}/access")).Status);
    }

    [Fact]
    public async Task Accident_ToldByTheHost_IsAnIncidentAtOnce_AndOfAnotherHostsClientNone()
    {
        var (manager, host, section) = await PlacedAsync("Zirgi");
        var (_, _, foreign) = await PlacedAsync("Putni");
        var phone = await EnteredAsync(manager, host);

        var form = await (await phone.GetAsync("/host-work")).ClickAsync("Ziņot par nelaimes gadījumu");
        Assert.Equal(2, (await form.SubmitAsync()).Errors.Count);
        var early = await form.SubmitAsync(
            new()
            {
                ["Input.Section"] = section.Id.ToString(),
                ["Input.Day"] = "01.04.2026",
                ["Input.Description"] = "Sasita roku",
            }
        );
        Assert.Single(early.Errors);
        Assert.Contains("Sasita roku", early.Text, StringComparison.Ordinal);
        var other = await form.SubmitAsync(
            new() { ["Input.Section"] = foreign.Id.ToString(), ["Input.Description"] = "Sasita roku" }
        );
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        var told = await form.SubmitAsync(
            new() { ["Input.Section"] = section.Id.ToString(), ["Input.Description"] = "Sasita roku" }
        );

        Assert.Equal("/host-work", told.Path);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "incidents.recorded"));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM incidents.incident WHERE section_id = '{section.Id}' AND host_employer_id = '{host}' AND recorded_by IS NULL"
            )
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM incidents.incident WHERE section_id = '{foreign.Id}'")
        );
        var head = await app.AsAsync("officeHead");
        Assert.Contains(
            "Nelaimes gadījums darbā",
            (await head.GetAsync("/incidents?state=unseen")).Words,
            StringComparison.Ordinal
        );
    }

    private static string Form(string handler) => $"form[action*='handler={handler}']";

    private async Task<(PageBrowser, HostEmployerId, Section)> PlacedAsync(
        string name,
        string? email = "vada@example.lv"
    )
    {
        var manager = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(Forty);
        await (await manager.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );
        var host = await app.HostAsync(name, new DateOnly(2025, 1, 1));
        var contact = new HostContact(host);
        contact.Describe("Anna Kalna", "vadītāja", "20000000", email, true);
        await app.SaveAsync(contact);
        await (await manager.GetAsync($"/community-work/{section.Id}/host")).SubmitAsync(
            new() { ["Input.Host"] = host.ToString(), ["Input.From"] = "13.04.2026" },
            button: "Norīkot"
        );
        var placement = await app.ReadAsync(db =>
            Task.FromResult(db.Set<Placement>().Single(p => p.SectionId == section.Id))
        );
        await app.SaveAsync(new PlannedDay(section.Id, placement, new DateOnly(2026, 4, 15), 540, 120));
        return (manager, host, section);
    }

    private async Task<(string Link, string Code)> GiveAsync(PageBrowser manager, HostEmployerId host)
    {
        var folder = app.Services.GetRequiredService<OutboxFolders>().Of("email");
        var before = Directory.GetFiles(folder).ToHashSet();
        var form = await manager.GetAsync($"/partners/{host}/access");
        var contact = form.Html.QuerySelectorAll("form#give option").Last().GetAttribute("value")!;
        var made = await form.SubmitAsync(new() { ["Input.Contact"] = contact }, form: "form#give");
        Assert.True(made.Errors.Count == 0 && made.Html.QuerySelector(".govuk-panel") is not null, made.Words);
        await app.Services.GetRequiredService<OutboxRunner>().LookAsync(CancellationToken.None);
        var access = await app.ScalarAsync<Guid>(
            $"SELECT id FROM host_pages.access WHERE contact_id = '{contact}' AND revoked_at IS NULL"
        );
        Assert.DoesNotContain("/enter/", made.Text, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(folder).Where(f => !before.Contains(f)))
        {
            var path = Link().Match(Body(await File.ReadAllTextAsync(file)));
            if (path.Success && await OpensAsync(path.Value, access))
            {
                return (path.Value, Code().Match(made.Words).Groups["code"].Value);
            }
        }

        throw new InvalidOperationException("No mail left.");
    }

    // Other runs may write mails into the same folder: the link is the one whose hash stands with the access.
    private async Task<bool> OpensAsync(string link, Guid access)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Split('/')[^1])));
        return await app.ScalarAsync<bool>(
            $"SELECT coalesce(encode(token_hash, 'hex') = '{hash}', false) FROM host_pages.access WHERE id = '{access}'"
        );
    }

    private static string Body(string mail)
    {
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return mail.Contains("base64", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("").Trim()))
            : body.Replace("=\r\n", "", StringComparison.Ordinal);
    }

    private async Task<PageBrowser> EnteredAsync(PageBrowser manager, HostEmployerId host)
    {
        var (link, code) = await GiveAsync(manager, host);
        var phone = app.Browser();
        await (await phone.GetAsync(link)).SubmitAsync(new() { ["Input.Code"] = code });
        return phone;
    }

    [GeneratedRegex("/host-work/enter/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("Kods: (?<code>[0-9]{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
