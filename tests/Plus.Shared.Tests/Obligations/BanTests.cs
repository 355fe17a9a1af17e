using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Alarms;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Obligations;

/// <summary>
/// A protected address is held against what is typed of the supervised person. Who may not read victims' data is told
/// whom to ask, and finds the address nowhere.
/// </summary>
public sealed class BanTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "main form[novalidate]";
    private const string Secret = "Slepenības iela 17-3, Rīga, LV-1010";
    private const string Known = "pretrunā ar aizliegumu";

    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    [Fact]
    public async Task ClientsAddress_NearAProtectedOne_SaysOnlyWhomToAsk_AndIsWrittenDownOnceAsked()
    {
        var (manager, head, section, _) = await ProtectedAsync();

        var met = await AddressAsync(manager, section, "Slepenibas ielā 17 dz. 40");
        Assert.Equal($"Adrese: Šī vieta ir {Known}. Jautājiet: {await NameAsync(head)}.", Assert.Single(met.Errors));
        Assert.DoesNotContain("LV-1010", met.Text, StringComparison.Ordinal);
        Assert.Equal(0, await AddressesAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.banAnswered"));

        var written = await met.SubmitAsync(new() { ["BanKnown"] = "true" }, form: Form);
        Assert.Equal($"/clients/{section.ClientId}/data", written.Path);
        Assert.Equal(1, await AddressesAsync(section));
        Assert.Equal(
            ["no", "yes"],
            await app.ReadListAsync(
                $"SELECT \"values\" ->> 'known' FROM audit.process WHERE section_id = '{section.Id}' AND type = 'obligations.banAnswered' ORDER BY id"
            )
        );
    }

    [Theory]
    [InlineData("Slepenības iela 19")]
    [InlineData("Miera iela 17-3")]
    public async Task ClientsAddress_Elsewhere_IsWrittenDownAtOnce(string address)
    {
        var (manager, _, section, _) = await ProtectedAsync();
        await AddressAsync(manager, section, address);
        Assert.Equal(1, await AddressesAsync(section));
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "obligations.banAnswered"));
    }

    [Fact]
    public async Task Journey_ToAProtectedPlace_IsGrantedOnlyByWhoMayReadVictims()
    {
        var (manager, head, section, _) = await ProtectedAsync();
        var asked = await (await manager.GetAsync($"/sections/{section.Id}/applications/new")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = "leave_residence",
                ["Input.ReceivedOn"] = "10.04.2026",
                ["Input.From"] = "01.05.2026",
                ["Input.To"] = "31.05.2026",
                ["Input.Place"] = "Pie drauga, Slepenības iela 17",
            },
            form: Form
        );
        asked = await asked.SubmitAsync(new() { ["Input.BanKnown"] = "true" }, form: Form);
        var decision = new Dictionary<string, string?>
        {
            ["Input.Outcome"] = "granted",
            ["Input.DecisionNumber"] = "A-7/26",
            ["Input.DecidedOn"] = "13.04.2026",
        };
        var refused = await (await manager.GetAsync(asked.Path + "/decide")).SubmitAsync(decision, form: Form);
        Assert.Contains(Known, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.BanKnown", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "applications.decided"));

        var hers = await head.GetAsync(asked.Path + "/decide");
        var warned = await hers.SubmitAsync(decision, form: Form);
        Assert.Contains(Known, Assert.Single(warned.Errors), StringComparison.Ordinal);
        await warned.SubmitAsync(new() { ["Input.BanKnown"] = "true" }, form: Form);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "applications.decided"));
    }

    [Fact]
    public async Task Address_FoundByPoint_WithinTheDistanceAndNotBeyond()
    {
        var (manager, head, section, ban) = await ProtectedAsync();
        await ProtectAsync(head, ban, "56.95000, 24.11000");
        // More than a kilometre and about 60 metres to the north.
        await AddressAsync(manager, section, "Dzīvojamais vagons, 56.95950, 24.11000");
        Assert.Equal(1, await AddressesAsync(section));
        var near = await AddressAsync(manager, section, "Dzīvojamais vagons, 56.95054, 24.11000");
        Assert.Contains(Known, Assert.Single(near.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceBan_IsHeldAgainstAddressesToo()
    {
        var manager = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Suspended, manager: manager.StaffId);
        await BanAsync(manager, section, "approach_ban", "Rīgas autoosta\nKrasta iela 5");
        var met = await AddressAsync(manager, section, "Krasta 5-12, Rīga");
        Assert.Contains(Known, Assert.Single(met.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedBan_ProtectsOn_AndAnEndedOneDoesNot()
    {
        var (manager, _, section, ban) = await ProtectedAsync();
        var change = await manager.GetAsync(ban + "/change");
        var changed = await change.SubmitAsync(
            new()
            {
                ["Input.From"] = "13.04.2026",
                ["Input.DecidedOn"] = "13.04.2026",
                ["Input.Wording"] = "Nesazināties un netuvoties",
                ["Reason"] = "Precizēts teksts",
            },
            form: Form
        );
        Assert.Contains(
            Known,
            Assert.Single((await AddressAsync(manager, section, "Slepenības 17")).Errors),
            StringComparison.Ordinal
        );
        await (await manager.GetAsync(changed.Path + "/end")).SubmitAsync(
            new()
            {
                ["Input.Reason"] = "cancelled",
                ["Input.EndedOn"] = "13.04.2026",
                ["Input.Note"] = "Tiesas lēmums",
            },
            form: Form
        );
        await AddressAsync(manager, section, "Slepenības 17");
        Assert.Equal(1, await AddressesAsync(section));
    }

    [Fact]
    public async Task ProtectedAddress_IsWrittenAndReleased_ByWhoMay_AndTheAuditNamesNoStreet()
    {
        var (_, head, section, ban) = await ProtectedAsync();
        var page = await head.GetAsync(ban + "/protected");
        Assert.Contains("Slepenības iela 17-3", page.Words, StringComparison.Ordinal);
        var vague = await page.SubmitAsync(new() { ["Input.Text"] = "Rīga" }, form: Form);
        Assert.Contains("mājas numuru", Assert.Single(vague.Errors), StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process p WHERE section_id = '{section.Id}' AND p::text ILIKE '%slepen%'"
            )
        );
        Assert.True(await app.ViewsAsync(section.ClientId, "obligations.protect") > 0);

        var released = await page.SubmitAsync(form: "form[action*='Release']");
        Assert.Contains("Aizsargājamu adrešu nav", released.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.addressProtected"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.addressReleased"));
    }

    [Fact]
    public async Task AddressThatIsProtectedWhereTheClientLives_IsSaidAtOnce()
    {
        var (manager, head, section, ban) = await ProtectedAsync();
        await AddressAsync(manager, section, "Klusā iela 8-2");
        var warned = await ProtectAsync(head, ban, "Klusā iela 8");
        Assert.Contains("Klienta pašreizējā adrese ir pretrunā", warned.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProtectedAddress_IsFoundNowhere_ByWhoMayNotReadVictims()
    {
        var (manager, _, section, ban) = await ProtectedAsync();
        await AddressAsync(manager, section, "Slepenības iela 17");
        foreach (var role in new[] { "caseManager", "registryClerk", "monitoringOfficer", "methodologist" })
        {
            var browser = role == "caseManager" ? manager : await app.LoggedInAsAsync(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(ban + "/protected")).Status);
            foreach (
                var path in new[]
                {
                    ban,
                    ban + "/change",
                    $"/sections/{section.Id}",
                    $"/sections/{section.Id}/obligations",
                    $"/clients/{section.ClientId}",
                    $"/clients/{section.ClientId}/data",
                    $"/clients/{section.ClientId}/people",
                    $"/clients/{section.ClientId}/timeline",
                    $"/clients/{section.ClientId}/timeline?print=true",
                    $"/clients/{section.ClientId}/file",
                }
            )
            {
                var seen = await browser.GetAsync(path);
                Assert.DoesNotContain("Slepen", seen.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("LV-1010", seen.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task ProtectedAddresses_AndAvoidedPeople_LieBehindTheWallOfVictims()
    {
        var (_, _, section, _) = await ProtectedAsync();
        var office = section.OfficeId!.Value;
        foreach (var (word, seen) in new[] { ("health", 0L), ("victims", 1L) })
        {
            var reach = new Reach
            {
                Actor = "staff",
                Words = [word, "minors", "sexualOffence"],
                Offices = [office],
                Today = new DateOnly(2026, 4, 15),
            };
            foreach (var table in new[] { "protected_address", "avoided_people" })
            {
                await using var source = NpgsqlDataSource.Create(app.Database.AppConnectionString);
                await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
                await using var command = new NpgsqlCommand(
                    $"CALL access.enter(@reach); SELECT count(*) FROM obligations.{table} WHERE section_id = '{section.Id}'",
                    connection
                );
                command.Parameters.AddWithValue("reach", WallKey.Seal(connection, reach.Setting));
                Assert.Equal(seen, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task WhoTriesPlaceAfterPlace_RaisesAnAlarm()
    {
        var (manager, _, section, _) = await ProtectedAsync();
        for (var flat = 1; flat <= 5; flat++)
        {
            await AddressAsync(manager, section, $"Slepenības iela 17-{flat}");
        }

        await app
            .Services.GetRequiredService<AlarmHunt>()
            .FindAsync(new DateOnly(2026, 4, 15), TestContext.Current.CancellationToken);
        Assert.Equal(
            5,
            await app.ScalarAsync<int>(
                $"SELECT number FROM audit.alarm WHERE rule = 'banHunt' AND staff_id = '{manager.StaffId}'"
            )
        );
    }

    private async Task<(PageBrowser Manager, PageBrowser Head, Section Section, string Ban)> ProtectedAsync()
    {
        var manager = await app.LoggedInAsAsync("caseManager");
        var head = await app.LoggedInAsAsync("officeHead");
        var section = await app.SectionAsync(Suspended, manager: manager.StaffId);
        var ban = await BanAsync(head, section, "contact_ban", null);
        await ProtectAsync(head, ban, Secret);
        return (manager, head, section, ban);
    }

    private static async Task<string> BanAsync(PageBrowser browser, Section section, string kind, string? places)
    {
        Dictionary<string, string?> fields = new()
        {
            ["Input.Kind"] = kind,
            ["Input.Wording"] = "Nesazināties ar pielikumā nosaukto personu",
            ["Input.From"] = "06.04.2026",
            ["Input.DecidedOn"] = "06.04.2026",
            [places is null ? "Input.People" : "Input.Places"] = places ?? "Anna Aizsargājamā",
        };
        var set = await (await browser.GetAsync($"/sections/{section.Id}/obligations/new")).SubmitAsync(
            fields,
            form: Form
        );
        Assert.StartsWith("/obligations/", set.Path, StringComparison.Ordinal);
        return set.Path;
    }

    private static async Task<ReadPage> ProtectAsync(PageBrowser head, string ban, string address)
    {
        var page = await (await head.GetAsync(ban + "/protected")).SubmitAsync(
            new() { ["Input.Text"] = address },
            form: Form
        );
        Assert.Empty(page.Errors);
        return page;
    }

    private static async Task<ReadPage> AddressAsync(PageBrowser browser, Section section, string address) =>
        await (await browser.GetAsync($"/clients/{section.ClientId}/data/address")).SubmitAsync(
            new()
            {
                ["Kind"] = "actual",
                ["Text"] = address,
                ["AsOf"] = "14.04.2026",
                ["Source"] = "Klienta teiktais",
            },
            form: Form
        );

    private Task<long> AddressesAsync(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM clients.client_address WHERE client_id = '{section.ClientId}' AND source = 'Klienta teiktais'"
        );

    private Task<string> NameAsync(PageBrowser browser) =>
        app.ScalarAsync<string>(
            $"SELECT given_name || ' ' || surname FROM access.staff WHERE id = '{browser.StaffId}'"
        );
}
