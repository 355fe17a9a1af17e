using System.Net;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Transport costs from the tickets to the payment list and the year's sum.</summary>
public sealed class TransportCostTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Account = "LV80 BANK 0000 4351 9500 1";

    [Fact]
    public async Task Claim_WithTickets_IsDecidedByAnother_PaidByList_AndCountedInTheYear()
    {
        var host = await app.HostAsync("Meži", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host);
        var manager = await app.AsAsync("caseManager");
        var path = $"/community-work/{section.Id}/transport";
        Assert.Contains(
            "Ceļa izdevumi",
            (await manager.GetAsync($"/community-work/{section.Id}")).Words,
            StringComparison.Ordinal
        );

        // Without a ticket, with a wrong account: what was typed stays.
        var form = await manager.GetAsync(path);
        Assert.Equal(4, (await form.SubmitAsync()).Errors.Count);
        var wrong = await form.SubmitAsync(Typed("LV80BANK0000435195002"));
        Assert.Contains("IBAN", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var bare = await form.SubmitAsync(Typed(Account));
        Assert.Contains("vismaz vienu biļeti", Assert.Single(bare.Errors), StringComparison.Ordinal);
        Assert.Contains("12,50", bare.Text, StringComparison.Ordinal);
        var program = await SendAsync(bare, "biļete.pdf", "MZ\0\0 program"u8.ToArray());
        Assert.Single(program.Errors);
        var claimed = await SendAsync(bare, "biļete.png", Png);
        Assert.Empty(claimed.Errors);
        Assert.Contains("12,5", claimed.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "transportCosts.claimed"));
        var ticket = claimed.Html.QuerySelector("a[href^='/transport-costs/tickets/']")!.GetAttribute("href")!;
        Assert.Equal(Png, (await manager.GetAsync(ticket)).Bytes);
        Assert.True(await app.ViewsAsync(section.ClientId, "transportCosts.claim") > 0);
        var twice = await SendAsync(await (await manager.GetAsync(path)).SubmitAsync(Typed(Account)), "b.png", Png);
        Assert.Contains("jau ir pieteikums", Assert.Single(twice.Errors), StringComparison.Ordinal);

        // Who took it in does not decide; a part needs grounds.
        var id = await app.ScalarAsync<Guid>($"SELECT id FROM transport_costs.claim WHERE section_id = '{section.Id}'");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync($"/transport-costs/{id}/decide")).Status);
        var head = await app.AsAsync("officeHead");
        var decide = await head.GetAsync($"/transport-costs/{id}/decide");
        var part = await decide.SubmitAsync(new() { ["Input.Decision"] = "part", ["Input.Part"] = "13" });
        Assert.Contains("mazākai", Assert.Single(part.Errors), StringComparison.Ordinal);
        var grounds = await part.SubmitAsync(new() { ["Input.Part"] = "10,20" }, form: "main form[novalidate]");
        Assert.Contains("pamatojumu", Assert.Single(grounds.Errors), StringComparison.Ordinal);
        var decided = await grounds.SubmitAsync(
            new() { ["Input.Grounds"] = "Viena biļete nav par darba dienu" },
            form: "main form[novalidate]"
        );
        Assert.Equal("/transport-costs", decided.Path);
        Assert.Contains("10,2", decided.Words, StringComparison.Ordinal);

        // Paid once, by a list that tells the bank nothing.
        var accountant = await app.AsAsync("accountant");
        var list = await (await accountant.GetAsync("/transport-costs/payments")).SubmitAsync(
            button: "Sagatavot izmaksu sarakstu"
        );
        Assert.Contains("LV80BANK0000435195001", list.Words, StringComparison.Ordinal);
        var csv = await accountant.GetAsync(list.Path + "?handler=Export&format=csv");
        Assert.Contains("LV80BANK0000435195001", csv.Text, StringComparison.Ordinal);
        Assert.Matches("10[.,]2", csv.Text);
        Assert.DoesNotContain("sabiedrisk", csv.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(await app.ViewsAsync(section.ClientId, "transportCosts.pay") > 0);
        // Whom the database was told nothing of gets no payee from it.
        await using (var source = Npgsql.NpgsqlDataSource.Create(app.Database.AppConnectionString))
        await using (
            var asked = source.CreateCommand(
                $"SELECT (SELECT count(*) FROM transport_costs.payees('{list.Path[^36..]}')) + (SELECT count(*) FROM transport_costs.payable())"
            )
        )
        {
            Assert.Equal(0L, await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        var nothing = await (await accountant.GetAsync("/transport-costs/payments")).SubmitAsync(
            button: "Sagatavot izmaksu sarakstu"
        );
        Assert.Contains("Nekas nav apstiprināts", Assert.Single(nothing.Errors), StringComparison.Ordinal);
        foreach (var type in new[] { "transportCosts.decided", "transportCosts.listed" })
        {
            Assert.Equal(1L, await app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}'"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync("/transport-costs")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(ticket)).Status);
    }

    [Fact]
    public async Task OwnClaim_IsNotDecidedByWhoTookItIn_NorSeenElsewhere()
    {
        var host = await app.HostAsync("Parki", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host);
        var head = await app.AsAsync("officeHead");
        var path = $"/community-work/{section.Id}/transport";
        await SendAsync(await (await head.GetAsync(path)).SubmitAsync(Typed(Account)), "b.png", Png);
        var id = await app.ScalarAsync<Guid>($"SELECT id FROM transport_costs.claim WHERE section_id = '{section.Id}'");

        var own = await (await head.GetAsync($"/transport-costs/{id}/decide")).SubmitAsync(
            new() { ["Input.Decision"] = "approved" }
        );

        Assert.Contains("cits darbinieks", Assert.Single(own.Errors), StringComparison.Ordinal);
        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/transport-costs/{id}/decide")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).Status);
        var ticket = await app.ScalarAsync<Guid>($"SELECT id FROM transport_costs.ticket WHERE claim_id = '{id}'");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/transport-costs/tickets/{ticket}")).Status);
    }

    private static Dictionary<string, string?> Typed(string account) =>
        new()
        {
            ["Input.From"] = "13.04.2026",
            ["Input.To"] = "14.04.2026",
            ["Input.Amount"] = "12,50",
            ["Input.Account"] = account,
        };

    private static Task<ReadPage> SendAsync(ReadPage page, string name, byte[] file) =>
        page.SendFileAsync("Input.Tickets", name, file, "form[enctype]");

    // The smallest picture there is: one pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );
}
