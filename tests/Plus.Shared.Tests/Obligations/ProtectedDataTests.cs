using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Retention.Erasing;
using Plus.Shared.Retention.Plan;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Obligations;

/// <summary>Protected addresses go by a term of their own, with two people, and never stand in the offender's report.</summary>
public sealed class ProtectedDataTests : IAsyncLifetime
{
    private const string Due = "/retention/due/protectedAddress";
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ProtectedAddress_GoesByItsOwnTerm_HeldWhileTheCaseIs_ErasedByTwoPeople()
    {
        var (person, address) = await ProtectedAsync();
        var (officer, administrator) = (
            await app.LoggedInAsAsync("dataProtectionOfficer"),
            await app.LoggedInAsAsync("administrator")
        );
        var rules = await officer.GetAsync("/retention");
        Assert.Contains(
            "Aizsargājamās adreses un aizliegumā nosauktās personas",
            rules.Words,
            StringComparison.Ordinal
        );

        // Open, or closed for less than the term: nothing is due.
        Assert.DoesNotContain(person.Case.Number, (await officer.GetAsync(Due)).Words, StringComparison.Ordinal);
        await SectionAsync(
            person,
            "opened_on = '2023-01-01', closed_on = '2025-02-01', state = 'closed', outcome = 'completed_successfully'"
        );
        var dryRun = await officer.GetAsync(Due);
        Assert.Contains(person.Case.Number, dryRun.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepenības", dryRun.Text, StringComparison.Ordinal);

        await (await officer.GetAsync("/retention")).SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Reason"] = "Tiesvedība",
                ["Until"] = "2027-01-01",
            }
        );
        await EraseAsync(officer, administrator);
        Assert.Equal(1, await CountAsync("protected_address"));
        await officer.PostAsync("/retention?handler=End", await HiddenAsync(officer, "/retention"));

        await EraseAsync(officer, administrator);
        Assert.Equal(0, await CountAsync("protected_address"));
        Assert.Equal(0, await CountAsync("avoided_people"));
        Assert.Equal(0, await CountAsync($"ban_conflict WHERE ban_id = '{address}'"));
        Assert.Equal(1, await CountAsync("obligation"));
        Assert.Equal(0L, await FoundAsync("Slepenības"));
        Assert.Equal(0L, await FoundAsync("Aizsargājamā, Anna"));
    }

    [Fact]
    public async Task ErasingTheClient_TakesAddressesPointsAndPeopleAlong()
    {
        await using var scope = app.Scope();
        var plan = scope.ServiceProvider.GetRequiredService<ErasurePlanner>().Make();
        foreach (var table in new[] { "protected_address", "avoided_people", "ban_conflict" })
        {
            Assert.True(plan.Steps.Single(s => s.Table == "obligations." + table).Deletes, table);
        }
    }

    [Fact]
    public async Task SubjectReport_SaysNothingOfTheProtected_NorThatAPlaceMetThem()
    {
        var (person, _) = await ProtectedAsync();
        var head = await app.LoggedInAsAsync("officeHead");
        await head.GetAsync(
            $"/obligations/{await app.ScalarAsync<Guid>("SELECT id FROM obligations.obligation")}/protected"
        );
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var report = await (await officer.GetAsync("/audit/subject")).SubmitAsync(
            new()
            {
                ["CaseNumber"] = person.Case.Number,
                ["Reason"] = "Iesniegums Nr. 3",
                ["WithTexts"] = "true",
            }
        );
        Assert.Contains("Nesazināties", report.Words, StringComparison.Ordinal);
        foreach (var words in new[] { "Slepenības", "Aizsargājamā, Anna", "ierakstos atrasta vieta", "aizsargājam" })
        {
            Assert.DoesNotContain(words, report.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<(People.Person Person, Guid Address)> ProtectedAsync()
    {
        var person = await app.PersonAsync("Jānis", "Ozolkalns");
        var keeper = await app.StaffAsync("officeHead");
        var day = new DateOnly(2026, 4, 6);
        var ban = new Obligation(person.Client.Id, person.Section.Id, "contact_ban", "court");
        ban.Decide("Nesazināties", day, null, day, null);
        var address = new ProtectedAddress(ban.Id, person.Section.Id, "Slepenības iela 17, Rīga", null, keeper.Id);
        address.StandsAt(56.95, 24.11);
        await app.SaveAsync(ban, address, new AvoidedPeople(ban.Id, person.Section.Id, "Aizsargājamā, Anna"));
        await app.SaveAsync(
            new Plus.Shared.Clients.Records.ClientAddress(
                person.Client.Id,
                Plus.Shared.Clients.Records.AddressKind.Actual,
                null,
                "Vagons, 56.9501, 24.1101",
                day,
                "K"
            )
        );
        await using var scope = app.Scope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<BanWatch>().LookAsync(Token));
        return (person, address.Id);
    }

    private async Task EraseAsync(PageBrowser officer, PageBrowser administrator)
    {
        var fields = await HiddenAsync(officer, Due);
        fields["Reason"] = "Termiņš beidzies";
        var href = (await officer.PostAsync(Due, fields)).Address.AbsolutePath;
        await administrator.PostAsync($"{href}?handler=Agree", await HiddenAsync(administrator, href));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasureRun>().SettleAsync(10, Token);
    }

    private Task<IReadOnlyList<string>> SectionAsync(People.Person person, string set) =>
        app.ReadListAsync($"UPDATE cases.section SET {set} WHERE id = '{person.Section.Id}' RETURNING 'x'");

    private Task<long> CountAsync(string of) => app.ScalarAsync<long>($"SELECT count(*) FROM obligations.{of}");

    // Rows of any table of the obligations and the audit that hold the words.
    private async Task<long> FoundAsync(string words)
    {
        var found = 0L;
        foreach (
            var table in await app.ReadListAsync(
                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('obligations', 'audit', 'retention', 'tasks')"
            )
        )
        {
            found += await app.ScalarAsync<long>($"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%{words}%'");
        }

        return found;
    }

    private static async Task<Dictionary<string, string>> HiddenAsync(PageBrowser browser, string href) =>
        (await browser.GetAsync(href))
            .Html.QuerySelectorAll("form input[type=hidden]")
            .GroupBy(i => i.GetAttribute("name") ?? "")
            .ToDictionary(g => g.Key, g => g.First().GetAttribute("value") ?? "", StringComparer.Ordinal);
}
