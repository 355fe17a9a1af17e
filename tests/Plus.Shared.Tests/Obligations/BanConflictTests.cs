using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.Tests.Exchange;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Obligations;

/// <summary>
/// Places that meet a ban without anybody typing them: nothing is refused or lost, and who knows the ban is asked, without
/// the address.
/// </summary>
public sealed class BanConflictTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "main form[novalidate]";
    private const string Secret = "Slepenības iela 17-3, Rīga, LV-1010";

    private static readonly DateOnly Day = new(2026, 4, 6);

    private static readonly MeasureTerms Suspended = new("suspendedSentence")
    {
        TestPeriodMonths = 12,
        ImprisonmentMonths = 6,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddressOfARuling_IsTakenIn_AndWaitsForWhoKnowsTheBan_WithoutTheAddress()
    {
        var (manager, head, section) = await ProtectedAsync();
        await app.SaveAsync(
            new ClientIdentifier(section.ClientId, IdentifierKind.PersonalCode, "32000000071", Day, "PMLP")
        );
        await TakeAsync(
            await RulingAsync(
                section,
                person => person["declaredAddress"] = new JsonObject { ["text"] = "Slepenības iela 17-40" }
            )
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM clients.client_address WHERE client_id = '{section.ClientId}' AND text = 'Slepenības iela 17-40'"
            )
        );

        await LookAsync();
        Assert.Equal(0, await LookAsync());
        Assert.Equal([$"clientAddress {head.StaffId}"], await ConflictsAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.banConflictFound"));

        Assert.Contains("jāizlemj par 1 klienta vietu", (await head.GetAsync("/")).Words, StringComparison.Ordinal);
        var seen = await FollowAsync(await manager.GetAsync("/"), "a[href='/bans?of=ask']");
        var name = await NameAsync(head.StaffId!.Value);
        Assert.Contains(name, seen.Words, StringComparison.Ordinal);
        var his = await FollowAsync(seen, "main tbody a[href^='/bans/']");
        Assert.Contains($"Jautājiet: {name}", his.Words, StringComparison.Ordinal);
        Assert.Null(his.Html.QuerySelector(Form));
        foreach (var page in new[] { seen, his, await manager.GetAsync($"/sections/{section.Id}/obligations") })
        {
            Assert.DoesNotContain("LV-1010", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("17-3", page.Text, StringComparison.Ordinal);
        }

        var file = await head.GetAsync("/bans?handler=Export&format=csv");
        Assert.Contains("Klienta adrese", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("17-3", file.Text, StringComparison.Ordinal);

        var bare = await (await head.GetAsync(his.Path)).SubmitAsync(form: Form);
        Assert.Contains("Izvēlieties, ko darīt", Assert.Single(bare.Errors), StringComparison.Ordinal);
        await bare.SubmitAsync(new() { ["Verdict"] = "handled" }, form: Form);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.banConflictSettled"));
        Assert.DoesNotContain("jāizlemj par", (await head.GetAsync("/")).Words, StringComparison.Ordinal);
        Assert.Equal(0, await LookAsync());
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process p WHERE section_id = '{section.Id}' AND type LIKE 'obligations.ban%' AND p::text ILIKE '%slepen%'"
            )
        );
        var far = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(his.Path)).Status);
        var accountant = await app.LoggedInAsAsync("accountant");
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync(his.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync("/bans")).Status);
    }

    [Fact]
    public async Task SiteThatMovesWhileAClientWorksThere_IsFound_AndOverWhenItMovesAway()
    {
        var (_, head, section) = await ProtectedAsync();
        var host = await app.HostAsync("Parku pārvalde", new DateOnly(2026, 1, 1));
        var site = new HostSite(host);
        site.Describe("Parks", "Parka iela 1, Rīga", null, null);
        var work = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, client: section.ClientId);
        await app.SaveAsync(site, new Placement(work.Id, host, site.Id, null, Day));
        await LookAsync();
        Assert.Empty(await ConflictsAsync(section));

        await MoveAsync(site, "Slepenības iela 17, Rīga");
        await LookAsync();
        Assert.Equal([$"placement {head.StaffId}"], await ConflictsAsync(section));
        await MoveAsync(site, "Parka iela 1, Rīga");
        await LookAsync();
        Assert.Empty(await ConflictsAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "obligations.banConflictOver"));
    }

    [Fact]
    public async Task Application_IsAnsweredWhenItIsReceived_AndWaitsBeforeItIsDecided()
    {
        var (manager, head, section) = await ProtectedAsync();
        var met = await (await manager.GetAsync($"/sections/{section.Id}/applications/new")).SubmitAsync(
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
        Assert.Contains(
            $"Jautājiet: {await NameAsync(head.StaffId!.Value)}",
            Assert.Single(met.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("Pie drauga, Slepenības iela 17", met.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "applications.received"));
        var taken = await met.SubmitAsync(new() { ["Input.BanKnown"] = "true" }, form: Form);
        Assert.StartsWith("/applications/", taken.Path, StringComparison.Ordinal);
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "obligations.banAnswered"));

        await LookAsync();
        Assert.Equal([$"journey {head.StaffId}"], await ConflictsAsync(section));
    }

    [Fact]
    public async Task WhoKnowsTheBanAndDecides_IsNotAskedAgain()
    {
        var (_, head, section) = await ProtectedAsync();
        var form = await head.GetAsync($"/clients/{section.ClientId}/data/address");
        var met = await form.SubmitAsync(
            new()
            {
                ["Kind"] = "actual",
                ["Text"] = "Slepenības iela 17-8",
                ["AsOf"] = "14.04.2026",
                ["Source"] = "Klienta teiktais",
            },
            form: Form
        );
        await met.SubmitAsync(new() { ["BanKnown"] = "true" }, form: Form);
        await LookAsync();
        Assert.Empty(await ConflictsAsync(section));
        Assert.Equal(
            ["stands"],
            await app.ReadListAsync($"SELECT verdict FROM obligations.ban_conflict WHERE section_id = '{section.Id}'")
        );
    }

    [Theory]
    [InlineData("approach_ban", "Jelgavas novads", "0030000", true)]
    [InlineData("approach_ban", "0030000", "0030640", true)]
    [InlineData("approach_ban", "Jelgavas novads", "0001000", false)]
    [InlineData("territory_ban", "Rīga un Jelgavas novads", "0001000", false)]
    [InlineData("territory_ban", "Jelgavas novada teritoriju", "0001000", true)]
    [InlineData("territory_ban", "Turpmākā apkaime", "0001000", false)]
    public async Task TerritoryNamedInABan_IsHeldWhereTheAddressCarriesItsCode(
        string kind,
        string named,
        string territory,
        bool meets
    )
    {
        await KnowAsync("0030000", "Jelgavas novads");
        await KnowAsync("0001000", "Rīga");
        var manager = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Suspended, manager: manager.StaffId);
        var ban = new Obligation(section.ClientId, section.Id, kind, "service");
        ban.Decide("Aizliegums", Day, null, Day, null);
        ban.About(kind == "approach_ban" ? named : null, kind == "approach_ban" ? null : named, null, null, false);
        await app.SaveAsync(
            ban,
            new ClientAddress(section.ClientId, AddressKind.Declared, territory, "Kalna iela 5", Day, "PMLP")
        );
        await LookAsync();
        Assert.Equal(meets ? 1 : 0, (await ConflictsAsync(section)).Count);
    }

    private static Task<ReadPage> FollowAsync(ReadPage page, string link) =>
        page.Browser.GetAsync(
            page.Html.QuerySelector(link)?.GetAttribute("href") ?? throw new InvalidOperationException(page.Words)
        );

    private Task KnowAsync(string code, string name) =>
        app.ScalarAsync<long>(
            $"""
            WITH added AS (INSERT INTO organisation.territory (code, name, valid_from) VALUES ('{code}', '{name}', '2021-07-01')
                ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) FROM added
            """
        );

    private async Task<(PageBrowser Manager, PageBrowser Head, Section Section)> ProtectedAsync()
    {
        var manager = await app.LoggedInAsAsync("caseManager");
        var head = await app.LoggedInAsAsync("officeHead");
        var section = await app.SectionAsync(Suspended, manager: manager.StaffId);
        var ban = new Obligation(section.ClientId, section.Id, "contact_ban", "court");
        ban.Decide("Nesazināties", Day, null, Day, null);
        await app.SaveAsync(ban, new ProtectedAddress(ban.Id, section.Id, Secret, null, head.StaffId!.Value));
        return (manager, head, section);
    }

    // The same person as the client of the section, known by the code, in a ruling of a court.
    private async Task<string> RulingAsync(Section section, Action<JsonNode> change)
    {
        var client = await app.ReadAsync(db => db.FindAsync<Client>([section.ClientId], Token).AsTask());
        return Sample.With(m =>
        {
            var person = m["person"]!;
            (person["givenName"], person["surname"]) = (client!.GivenName, client.Surname);
            person["personalCode"] = "32000000071";
            person["birthDate"] = client.BirthDate.ToString("yyyy-MM-dd", null);
            m["issuedOn"] = "2026-04-08";
            m["inForceOn"] = "2026-04-14";
            m["sentAt"] = "2026-04-14T14:51:00Z";
            change(person);
        });
    }

    private async Task TakeAsync(string line)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        var bytes = Encoding.UTF8.GetBytes(line);
        var source = new SourceLine(1, bytes, bytes.Length, System.Security.Cryptography.SHA256.HashData(bytes), false);
        await scope
            .ServiceProvider.GetRequiredService<IntakeBatch>()
            .TakeAsync([PreparedLine.Of(source, false)], null, Token);
        await transaction.CommitAsync(Token);
    }

    private async Task<int> LookAsync()
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<BanWatch>().LookAsync(Token);
    }

    private Task<IReadOnlyList<string>> ConflictsAsync(Section section) =>
        app.ReadListAsync(
            $"SELECT place || ' ' || coalesce(ask_id::text, '') FROM obligations.ban_conflict WHERE section_id = '{section.Id}' AND settled_at IS NULL"
        );

    private Task<long> MoveAsync(HostSite site, string address) =>
        app.ScalarAsync<long>(
            $"WITH m AS (UPDATE partners.host_site SET address = '{address}' WHERE id = '{site.Id}' RETURNING 1) SELECT count(*) FROM m"
        );

    private Task<string> NameAsync(StaffId staff) =>
        app.ScalarAsync<string>($"SELECT given_name || ' ' || surname FROM access.staff WHERE id = '{staff}'");
}
