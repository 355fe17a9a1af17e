using System.Text;
using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Testing.Cases;
using Plus.Testing.Databases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>
/// A penal order comes in, becomes a section, is worked and closed, and the year's figure counts it: by mouse, by keyboard
/// alone, and with script switched off.
/// </summary>
public sealed class RulingToFigureTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    private static readonly string[] Surnames = ["Pirmais", "Otrais", "Trešais"];
    private static int journeys;

    [Fact]
    public Task ByMouse() => JourneyAsync(p => new MouseHand(p), script: true);

    [Fact]
    public Task ByKeyboardOnly() => JourneyAsync(p => new KeyboardHand(p), script: true);

    [Fact]
    public Task WithoutScript() => JourneyAsync(p => new MouseHand(p), script: false);

    private async Task JourneyAsync(Func<IPage, Hand> hand, bool script)
    {
        App.Now = new DateTimeOffset(2026, 4, 27, 7, 0, 0, TimeSpan.Zero);
        var number = Interlocked.Increment(ref journeys);
        var surname = Surnames[number - 1];
        var before = await CountedAsync();
        await TakeInAsync(hand, script, number, surname);
        var section = await App.ScalarAsync<Guid>(
            $"SELECT s.id FROM cases.section s JOIN clients.client c ON c.id = s.client_id WHERE c.surname = '{surname}'"
        );
        var office = new OfficeId(
            await App.ScalarAsync<Guid>($"SELECT office_id FROM cases.section WHERE id = '{section}'")
        );
        await App.HostAsync($"{surname} pašvaldība", new DateOnly(2026, 1, 1), office: office);

        var page = await LoggedInAsync(await App.StaffAsync("caseManager", office), script: script);
        await page.GotoAsync("/?of=all");
        await WorkAsync(hand(page), surname);

        Assert.Equal(
            "closed",
            await App.ScalarAsync<string>($"SELECT state FROM cases.section WHERE id = '{section}'")
        );
        Assert.Equal(before + 1, await CountedAsync());
        await page.GotoAsync("/figures/2026");
        var figure = page.Locator("[id='sd.clients'] td a");
        await figure.ClickAsync();
        var caseNumber = await App.ScalarAsync<string>(
            $"SELECT f.number FROM cases.client_case f JOIN cases.section s ON s.case_id = f.id WHERE s.id = '{section}'"
        );
        Assert.Contains(caseNumber, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task TakeInAsync(Func<IPage, Hand> hand, bool script, int number, string surname)
    {
        var page = await LoggedInAsync("intakeClerk", script: script);
        await page.GotoAsync("/intake/upload");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "zinojumi.jsonl",
                    MimeType = "application/json",
                    Buffer = Encoding.UTF8.GetBytes(Message(number, surname)),
                }
            );
        await hand(page).PressAsync("Iesniegt");
        await Eventually.HoldsAsync(
            async () =>
                await App.ScalarAsync<long>($"SELECT count(*) FROM clients.client WHERE surname = '{surname}'") == 1,
            "the order has become a client"
        );
    }

    private static async Task WorkAsync(Hand hand, string surname)
    {
        await hand.FollowAsync(surname);
        await hand.FollowAsync("Reģistrēt klientu");
        await hand.TypeAsync("Diena, kad klients reģistrējās", "30.4.26");
        await hand.PressAsync("Reģistrēt");
        Assert.Equal(
            "Diena, kad klients reģistrējās: Šī diena vēl nav pienākusi. Ierakstiet šodienu vai agrāku dienu.",
            Assert.Single(await hand.Page.ErrorsAsync())
        );
        if (hand is KeyboardHand)
        {
            Assert.True(
                await hand.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.govuk-error-summary')"),
                "The error summary has the focus."
            );
        }

        Assert.Equal("30.4.26", await hand.Page.Locator("[name='Input.Day']").InputValueAsync());
        await hand.TypeAsync("Diena, kad klients reģistrējās", "10.4.26");
        await hand.PressAsync("Reģistrēt");
        await SaysAsync(hand, "Reģistrēts 10.04.2026");

        await hand.FollowAsync("Mainīt: Klienta nodarbošanās");
        await hand.ChooseAsync("Nestrādā un nemācās");
        await hand.PressAsync("Saglabāt");
        await hand.FollowAsync("Norīkot");
        await hand.TypeAsync("Pirmā darba diena", "13.04.2026");
        await hand.TypeAsync("Meklēt pēc nosaukuma", surname);
        await hand.PressAsync("Meklēt");
        await hand.ChooseAsync(surname);
        await hand.PressAsync("Norīkot");
        await SaysAsync(hand, "Klients norīkots darbā no 13.04.2026");

        await hand.FollowAsync("Iepriekšējā nedēļa");
        foreach (var day in (string[])["Pirmdiena", "Otrdiena", "Trešdiena", "Ceturtdiena", "Piektdiena"])
        {
            await hand.TypeAsync(day, "8");
        }

        await hand.PressAsync("Ierakstīt stundas");
        await SaysAsync(hand, "Viss piespriestais darbs ir izpildīts");

        await hand.FollowAsync("Slēgt sekciju");
        await hand.ChooseAsync("Pilnībā izpildīts");
        await hand.TypeAsync("Slēgšanas diena", "27.04.2026");
        await hand.PressAsync("Turpināt");
        await hand.PressAsync("Slēgt sekciju");
        await SaysAsync(hand, "Sekcija slēgta 27.04.2026");
    }

    private static async Task SaysAsync(Hand hand, string words) =>
        await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync(words);

    private async Task<long> CountedAsync()
    {
        var analyst = await App.LoggedInAsAsync("analyst");
        var page = await analyst.GetAsync("/figures/2026");
        return long.Parse(
            page.Html.GetElementById("sd.clients")!.QuerySelector("td")!.TextContent.Trim(),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static string Message(int number, string surname) =>
        $$"""
            {"messageId": "0ff9bb51-0944-4e0c-9dfb-36900000000{{number}}", "kind": "prosecutorPenalOrder", "sentAt": "2026-04-01T09:00:00Z",
             "sender": {"kind": "prosecutor", "name": "Rīgas tiesas apgabala prokuratūra"}, "number": "K33-{{number}}-26",
             "issuedOn": "2026-03-20", "inForceOn": "2026-04-01", "criminalProceedingNo": "1170882562{{number}}",
             "person": {"givenName": "Pēteris", "surname": "{{surname}}", "personalCode": null, "birthDate": "1990-0{{number}}-0{{number}}",
              "sex": "M", "citizenship": "LVA", "declaredAddress": {"atvk": "0001000", "text": "Brīvības iela 95-54"}, "phone": null, "email": null},
             "offences": [{"article": "175", "sup": null, "part": 1, "point": null, "committedOn": "2026-01-05"}], "attachments": [],
             "measures": [{"kind": "communityWork", "role": "main", "hours": 40}]}
            """.ReplaceLineEndings(" ");
}
