using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Outbox.Running;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>
/// A letter is made from a template, numbered, signed electronically, sent by post and found in the day's address list; the
/// recipient's receipt is noted. By mouse, by keyboard alone, and with script switched off.
/// </summary>
public sealed class LetterTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public Task ByMouse() => JourneyAsync(p => new MouseHand(p), script: true);

    [Fact]
    public Task ByKeyboardOnly() => JourneyAsync(p => new KeyboardHand(p), script: true);

    [Fact]
    public Task WithoutScript() => JourneyAsync(p => new MouseHand(p), script: false);

    private async Task JourneyAsync(Func<IPage, Hand> hand, bool script)
    {
        var person = await App.StaffAsync("caseManager");
        var section = await App.SectionAsync(new MeasureTerms("communityWork") { Hours = 100 }, manager: person.Id);
        var page = await LoggedInAsync(person, script: script);
        var acting = hand(page);
        var street = $"Liepu iela {Guid.NewGuid():N}"[..20];

        await page.GotoAsync($"/clients/{section.ClientId}/documents/make?section={section.Id}");
        await acting.FollowAsync("Brīdinājums");
        await acting.PressAsync("Izveidot projektu");
        await CheckAsync(page, "Projekts", script);
        await acting.FollowAsync("Nodot parakstīšanai");
        await acting.PressAsync("Nodot parakstīšanai");
        await CheckAsync(page, "Jāparaksta", script);
        await acting.FollowAsync("Atzīmēt parakstu");
        await acting.ChooseAsync("Elektroniski");
        await acting.PressAsync("Atzīmēt parakstu");
        await CheckAsync(page, "Parakstīts", script);
        await acting.FollowAsync("Nosūtīt");
        await acting.TypeAsync("Pasta adrese", street);
        if (acting is KeyboardHand)
        {
            await acting.PressAsync("Nosūtīt");
        }
        else
        {
            // A button that the eye does not see stands before it, for the Enter key.
            await page.ClickAsync("main .govuk-button-group button[value=send]");
        }

        await CheckAsync(page, "Nosūtīts", script);
        var address = page.Url;
        await App.Services.GetRequiredService<OutboxRunner>().LookAsync(default);
        await page.GotoAsync("/documents/post");
        await CheckAsync(page, street, script);

        await page.GotoAsync(address);
        await acting.FollowAsync("Atzīmēt piegādi");
        await acting.ChooseAsync("Adresāts to ir saņēmis");
        await acting.TypeAsync("Diena, kad adresāts", "šodien");
        await acting.PressAsync("Saglabāt");
        await CheckAsync(page, "Piegādāts", script);
    }

    private static async Task CheckAsync(IPage page, string words, bool script)
    {
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        if (script)
        {
            Faults.None(await page.AxeAsync());
        }
    }
}
