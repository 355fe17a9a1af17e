using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Text;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Obligations.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>The application on a small demo service, where one person with much in the record bears a name nobody else has.</summary>
public sealed class HuntedDemo : IAsyncLifetime
{
    public const string Surname = "Neatrodamā";

    public PlusApp App { get; } = new();

    public Guid Client { get; private set; }

    public OfficeId Office { get; private set; }

    /// <summary>What must stand in no answer: the name, the codes, the ids of the client and the sections.</summary>
    public IReadOnlyList<string> Marks { get; private set; } = [];

    /// <summary>A client of the same office with a ban whose protected address was met.</summary>
    public Section Banned { get; private set; } = null!;

    /// <summary>The protected address and the person named in the ban: for who may read victims' data alone.</summary>
    public static readonly string[] Protected = ["Nesasniedzamā iela", "Aizsargājamā Annele"];

    private async Task ProtectAsync()
    {
        var day = DateOnly.FromDateTime(App.Now.UtcDateTime).AddDays(-5);
        Banned = await App.SectionAsync(
            new MeasureTerms("suspendedSentence") { TestPeriodMonths = 12, ImprisonmentMonths = 6 },
            (await App.StaffAsync("caseManager", Office)).Id,
            Office
        );
        var ban = new Obligation(Banned.ClientId, Banned.Id, "contact_ban", "court");
        ban.Decide("Nesazināties ar nolēmumā nosaukto", day, null, day, "K-1");
        await App.SaveAsync(
            ban,
            new AvoidedPeople(ban.Id, Banned.Id, "Aizsargājamā Annele"),
            new ProtectedAddress(
                ban.Id,
                Banned.Id,
                "Nesasniedzamā iela 13-7",
                null,
                (await App.StaffAsync("officeHead", Office)).Id
            ),
            new ClientAddress(Banned.ClientId, AddressKind.Actual, null, "Pie drauga, Nesasniedzamā 13", day, "K")
        );
        await using var scope = App.Scope();
        await scope.ServiceProvider.GetRequiredService<BanWatch>().LookAsync(default);
    }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await App.BuildSmallDemoAsync();
        Client = await App.ScalarAsync<Guid>(
            """
            SELECT s.client_id FROM cases.section s
            JOIN cases.client_case k ON k.client_id = s.client_id
            WHERE s.closed_on IS NULL AND s.manager_id IS NOT NULL AND s.office_id IS NOT NULL AND s.function = 'supervision'
              AND NOT EXISTS (SELECT FROM access.client_restriction r WHERE r.client_id = s.client_id)
            ORDER BY (SELECT count(*) FROM contacts.contact c WHERE c.client_id = s.client_id) DESC, s.id LIMIT 1
            """
        );
        Office = new OfficeId(
            await App.ScalarAsync<Guid>(
                $"SELECT office_id FROM cases.section WHERE client_id = '{Client}' AND closed_on IS NULL AND office_id IS NOT NULL LIMIT 1"
            )
        );
        await App.ScalarAsync<long>(
            $"""
            WITH named AS (UPDATE clients.client_name SET surname = '{Surname}' WHERE client_id = '{Client}' RETURNING 1),
                 called AS (UPDATE clients.client SET surname = '{Surname}' WHERE id = '{Client}' RETURNING 1)
            SELECT (SELECT count(*) FROM named) + (SELECT count(*) FROM called)
            """
        );
        Marks =
        [
            Surname,
            Client.ToString(),
            .. await App.ReadListAsync(
                $"""
                SELECT value FROM clients.client_identifier WHERE client_id = '{Client}'
                UNION SELECT id::text FROM cases.section WHERE client_id = '{Client}'
                """
            ),
        ];
        await ProtectAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>
/// A crawler that follows every link of every page, exports and feeds with them, finds the person while nothing is closed,
/// and as no role once the client is closed to all.
/// </summary>
public sealed partial class HuntInTheDemoTests(HuntedDemo demo) : IClassFixture<HuntedDemo>
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PLUS_TEST_LONG") is not null;

    /// <summary>Pages of one address, ids and values left out, that are opened: one list leads to three hundred alike. The long run opens more.</summary>
    private static readonly int OfEachKind = IsLong ? 8 : 1;

    /// <summary>The long run hunts as everybody; the short one as those who see most, each by another way.</summary>
    private static readonly string[] Roles = IsLong
        ? [.. ClosedAndOpenedTests.Roles, "volunteerCoordinator", "accountant"]
        : ["caseManager", "officeHead", "intakeClerk", "accountant"];

    [Fact]
    public async Task ClosedClient_IsFoundByNoRole_HoweverFarItLooks()
    {
        var open = await HuntAsync("officeHead");
        Assert.NotEmpty(open.Found);

        await demo.App.SaveAsync(Restriction());
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var role in Roles)
        {
            var hunt = await HuntAsync(role);
            Assert.Equal([], hunt.Found);
            pages[role] = hunt.Pages;
        }

        Assert.True(pages["officeHead"] > 60, $"{pages["officeHead"]} pages");
        Assert.True(pages["caseManager"] > 60, $"{pages["caseManager"]} pages");
        Assert.True(pages.Values.Min() > 3, string.Join(", ", pages));
    }

    [Fact]
    public async Task ProtectedAddress_IsFoundByWhoMayReadVictims_AndByNobodyElse()
    {
        var (client, section) = ($"/clients/{demo.Banned.ClientId}", $"/sections/{demo.Banned.Id}");
        string[] near =
        [
            client,
            client + "/data",
            client + "/people",
            client + "/timeline",
            client + "/file",
            client + "/documents",
            section,
            section + "/obligations",
            "/bans",
        ];
        Assert.NotEmpty((await HuntAsync("officeHead", HuntedDemo.Protected, near)).Found);
        foreach (var role in new[] { "caseManager", "analyst", "dataProtectionOfficer" })
        {
            Assert.Equal([], (await HuntAsync(role, HuntedDemo.Protected, near)).Found);
        }
    }

    private ClientRestriction Restriction() =>
        new(
            new ClientId(demo.Client),
            RestrictionKind.Only,
            [],
            "relative",
            null,
            DateOnly.FromDateTime(demo.App.Now.UtcDateTime),
            DateOnly.FromDateTime(demo.App.Now.UtcDateTime).AddDays(30)
        );

    private async Task<(List<string> Found, int Pages)> HuntAsync(
        string role,
        IReadOnlyList<string>? wanted = null,
        params string[] near
    )
    {
        var marks = wanted ?? demo.Marks;
        var browser = await demo.App.LoggedInAsAsync(role, demo.Office);
        if (near.Length > 0)
        {
            await demo.App.StatePurposesAsync();
        }

        var (found, seen, kinds) = (
            new List<string>(),
            new HashSet<string>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal)
        );
        var waiting = new Queue<string>([.. near, "/", "/?of=all"]);
        var pages = 0;
        while (waiting.TryDequeue(out var path))
        {
            var kind = Values().Replace(Ids().Replace(path, "*"), "=*");
            if (!seen.Add(path) || kinds.GetValueOrDefault(kind) >= OfEachKind)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var page = await browser.GetAsync(path);
            pages += page.Status == HttpStatusCode.OK ? 1 : 0;
            found.AddRange(
                (await TextsOfAsync(page))
                    .SelectMany(text => marks.Where(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)))
                    .Select(m => $"{role}: {path} says {m}")
            );
            foreach (
                var href in page.Document is not null
                    ? page.Html.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
                    : []
            )
            {
                if (
                    Uri.TryCreate(page.Address, href.Split('#')[0], out var to)
                    && to.Host == page.Address.Host
                    && to.Scheme is "http"
                )
                {
                    waiting.Enqueue(to.PathAndQuery);
                }
            }
        }

        foreach (var line in marks)
        {
            var answer = await browser.PostAsync("/search", [new("q", line)]);
            Assert.DoesNotContain($"/clients/{demo.Client}", answer.Text, StringComparison.Ordinal);
        }

        return (found.Distinct().ToList(), pages);
    }

    /// <summary>What an answer says: its text, of a package of files each part's, of a PDF its words where poppler is.</summary>
    private static async Task<IEnumerable<string>> TextsOfAsync(ReadPage page) =>
        page.Bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] =>
            [
                page.Text,
                await TextReading.ReadAsync(
                    new MemoryStream(page.Bytes),
                    MediaTypes.Pdf,
                    TestContext.Current.CancellationToken
                ) ?? "",
            ],
            [(byte)'P', (byte)'K', ..] => PartsOf(page),
            _ => [page.Text],
        };

    private static IEnumerable<string> PartsOf(ReadPage page)
    {
        using var zip = new ZipArchive(new MemoryStream(page.Bytes));
        foreach (var entry in zip.Entries)
        {
            yield return entry.FullName;
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|(?<=/)[0-9]+(?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("=[^&]*", RegexOptions.None, 1000)]
    private static partial Regex Values();
}
