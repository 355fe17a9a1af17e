using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>A contact with its outcome and the next appointment: at most three screens, no mouse, under a minute.</summary>
public sealed class ContactByKeyboardTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    // An average typist with a thought before each field and a look at each page; what is measured is what must be done,
    // not how fast this machine is.
    private const double SecondsPerStroke = 0.28;
    private const double SecondsPerThought = 1.35;
    private const double SecondsPerScreen = 5;

    [Fact]
    public async Task Outcome_AndTheNextAppointment_TakeThreeScreensAndUnderAMinute()
    {
        App.Now = new DateTimeOffset(2026, 4, 15, 7, 0, 0, TimeSpan.Zero);
        var manager = await App.StaffAsync("caseManager");
        var section = await App.SectionAsync(
            new MeasureTerms("suspendedSentence") { ImprisonmentMonths = 12, TestPeriodMonths = 18 },
            manager.Id
        );
        var contact = new Contact(
            ContactId.New(),
            section.ClientId,
            section.Id,
            "office",
            new DateTimeOffset(2026, 4, 15, 6, 0, 0, TimeSpan.Zero),
            30,
            null
        );
        contact.With(manager.Id);
        await App.SaveAsync(contact);
        var page = await LoggedInAsync(manager);
        var screens = new List<string> { page.Path() };
        page.FrameNavigated += (_, frame) => screens.Add(new Uri(frame.Url).AbsolutePath);
        var hand = new KeyboardHand(page);

        await hand.FollowAsync("Bērziņš");
        await hand.ChooseAsync("Ieradās un izpildīja noteikto");
        await hand.TypeAsync("Piezīme", "Runājām par darbu, viss kārtībā.");
        await hand.TypeAsync("Diena", "29.4.");
        await hand.PressAsync("Saglabāt");

        Assert.Contains("Nākamais kontakts: 29.04.2026 plkst. 09:00", await page.Locator("main").InnerTextAsync());
        Assert.InRange(screens.Count, 2, 3);
        var seconds = (hand.Strokes * SecondsPerStroke) + (4 * SecondsPerThought) + (screens.Count * SecondsPerScreen);
        Assert.True(seconds < 60, $"{hand.Strokes} strokes on {screens.Count} screens: {seconds:0} s");
        Assert.Equal(
            "held",
            await App.ScalarAsync<string>($"SELECT state FROM contacts.contact WHERE id = '{contact.Id}'")
        );
    }
}
