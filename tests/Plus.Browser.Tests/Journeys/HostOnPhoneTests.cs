using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>
/// A host's contact person on a phone of 390 pixels, and the head of the office who sees it the same day; both touch nothing
/// but the keyboard.
/// </summary>
public sealed class HostOnPhoneTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    private const int Phone = 390;
    private const string Code = "123456";

    // The real day: a browser throws away a lasting cookie that ends before its own clock.
    private static readonly DateOnly Today = new PlusClock(TimeProvider.System).Today;

    [Fact]
    public async Task Contact_ConfirmsHours_TellsOfANoShowAndAnAccident_SignsTheMonth_AndTheHeadSeesAllOfIt()
    {
        App.Now = new DateTimeOffset(Today, new TimeOnly(10, 0), TimeSpan.Zero);
        var host = await App.HostAsync("Rīgas parki", new DateOnly(2025, 1, 1));
        var came = await SentAsync(host);
        var absent = await SentAsync(host);
        var link = await LinkAsync(host);

        var phone = await OpenAsync(Phone);
        await phone.GotoAsync(link);
        var thumb = new KeyboardHand(phone);
        await thumb.TypeAsync("Kods", Code);
        await thumb.PressAsync("Atvērt");
        await LooksRightAsync(phone, "host-work");

        // The first client came, the second did not.
        await thumb.PressAsync("Apstiprināt");
        Assert.Contains("Apstiprināts: 2:00", await phone.Locator("main").InnerTextAsync());
        await thumb.PressAsync("Neieradās");
        Assert.Contains("Paziņots: neieradās", await phone.Locator("main").InnerTextAsync());
        await thumb.FollowAsync("Ziņot par nelaimes gadījumu");
        await LooksRightAsync(phone, "host-incident");
        await thumb.ChooseAsync("Jānis");
        await thumb.TypeAsync("Kas notika", "Paslīdēja uz slapjām lapām, sasita roku.");
        await thumb.PressAsync("Ziņot");
        await thumb.PressAsync("Parakstīt");
        Assert.Contains("parakstī", await phone.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            1L,
            await App.ScalarAsync<long>(
                $"SELECT count(*) FROM breaches.breach WHERE section_id IN ('{came.Id}', '{absent.Id}')"
            )
        );

        // The head of the office: the incident on the home page, noted; the host's month; next month's schedules.
        var page = await LoggedInAsync("officeHead");
        var hand = new KeyboardHand(page);
        await hand.FollowAsync("1 negadījums");
        await LooksRightAsync(page, "incidents");
        await hand.FollowAsync("Nelaimes gadījums darbā");
        await hand.PressAsync("Esmu iepazinies");
        Assert.Contains("iepazinās", await page.Locator("main").InnerTextAsync());
        await page.GotoAsync($"/partners/{host}");
        await hand.FollowAsync("Mēneša pārskats");
        await LooksRightAsync(page, "host-month");
        var month = await page.Locator("main").InnerTextAsync();
        Assert.Contains("Nostrādāts: 2:00", month);
        Assert.Contains("Neierašanās: 1", month);
        await page.GotoAsync("/work-hours/schedules");
        await hand.PressAsync("Apskatīt");
        await LooksRightAsync(page, "schedules");
        await hand.PressAsync("Sagatavot 2 grafikus");
        Assert.StartsWith("/work-hours/schedules/", page.Path(), StringComparison.Ordinal);
        await LooksRightAsync(page, "schedules-run");
    }

    private static async Task LooksRightAsync(IPage page, string name)
    {
        await page.ScreenshotAsync("cw-" + name);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AxeAsync());
    }

    private async Task<Section> SentAsync(HostEmployerId host)
    {
        var section = await App.SectionAsync(new MeasureTerms("communityWork") { Role = "main", Hours = 40 });
        await App.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET registered_on = '{Today.AddDays(-2):yyyy-MM-dd}', state = 'active' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var placement = new Placement(section.Id, host, null, null, Today.AddDays(-2));
        await App.SaveAsync(placement, new PlannedDay(section.Id, placement, Today, 540, 120));
        return section;
    }

    /// <summary>An access as it stands once its mail has left: PLUS keeps hashes alone.</summary>
    private async Task<string> LinkAsync(HostEmployerId host)
    {
        var contact = new HostContact(host);
        contact.Describe("Anna Kalna", "vadītāja", "20000000", "anna@example.lv", true);
        var (id, token) = (Guid.CreateVersion7(), "phone-" + Guid.NewGuid().ToString("N"));
        var access = new HostAccess(
            id,
            host,
            contact.Id,
            Hash($"{id:D}:{Code}"),
            "",
            App.Now,
            App.Now.AddDays(30),
            null
        );
        access.Linked(Hash(token));
        await App.SaveAsync(contact, access);
        return "/host-work/enter/" + token;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
