using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;

namespace Plus.Browser.Tests.Journeys;

/// <summary>How a person works a page: the same journey is done by mouse and by keyboard.</summary>
public abstract class Hand(IPage page)
{
    public IPage Page => page;

    /// <summary>Follows the link that begins with these words.</summary>
    public abstract Task FollowAsync(string link);

    /// <summary>Presses the button with these words.</summary>
    public abstract Task PressAsync(string button);

    /// <summary>Types into the field whose label begins with these words.</summary>
    public abstract Task TypeAsync(string field, string text);

    /// <summary>Chooses the radio button whose label begins with these words.</summary>
    public abstract Task ChooseAsync(string choice);
}

/// <summary>Clicks.</summary>
public sealed class MouseHand(IPage page) : Hand(page)
{
    public override Task FollowAsync(string link) => In("a", link).ClickAsync();

    public override Task PressAsync(string button) => In("button", button).ClickAsync();

    public override async Task TypeAsync(string field, string text) => await (await FieldAsync(field)).FillAsync(text);

    public override async Task ChooseAsync(string choice) => await (await FieldAsync(choice)).CheckAsync();

    private ILocator In(string element, string words) =>
        Page.Locator($"main {element}:visible").Filter(new() { HasTextRegex = Beginning(words) }).First;

    private async Task<ILocator> FieldAsync(string label)
    {
        var found = Page.Locator("main label:visible").Filter(new() { HasTextRegex = Beginning(label) }).First;
        return Page.Locator($"[id='{await found.GetAttributeAsync("for")}']");
    }

    private static System.Text.RegularExpressions.Regex Beginning(string words) =>
        new(
            @"^\s*" + System.Text.RegularExpressions.Regex.Escape(words),
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}

/// <summary>Touches nothing but the keyboard, sees where it is, and counts the strokes.</summary>
public sealed class KeyboardHand(IPage page) : Hand(page)
{
    private const int MostTabs = 150;

    /// <summary>Keys pressed so far.</summary>
    public int Strokes { get; private set; }

    public override async Task FollowAsync(string link)
    {
        await TabToAsync("A", link);
        await LeaveByAsync("Enter");
    }

    public override async Task PressAsync(string button)
    {
        await TabToAsync("BUTTON", button);
        await LeaveByAsync("Enter");
    }

    public override async Task TypeAsync(string field, string text)
    {
        await TabToAsync("INPUT", field);
        // What stands in the field is selected when it is reached by Tab, and typing replaces it.
        await KeyAsync("Control+a");
        foreach (var letter in text)
        {
            await Page.Keyboard.InsertTextAsync(letter.ToString());
            Strokes++;
        }
    }

    public override async Task ChooseAsync(string choice)
    {
        // Tab reaches the group, arrows go through it.
        await TabAsync(f => f.Kind == "radio");
        await KeyAsync("Space");
        for (var i = 0; i < 20; i++)
        {
            var at = await FocusAsync();
            if (at.Name.StartsWith(choice, StringComparison.Ordinal))
            {
                return;
            }

            await KeyAsync("ArrowDown");
        }

        Assert.Fail($"No choice '{choice}' on {Page.Path()}");
    }

    /// <summary>Ticks the box whose label begins with these words, or takes its tick away.</summary>
    public async Task TickAsync(string box)
    {
        await TabToAsync("INPUT", box);
        await KeyAsync("Space");
    }

    /// <summary>Picks from a list by typing the beginning of what is wanted.</summary>
    public async Task PickAsync(string field, string wanted)
    {
        await TabToAsync("SELECT", field);
        await Page.Keyboard.TypeAsync(wanted);
        Strokes += wanted.Length;
    }

    private Task TabToAsync(string element, string words) =>
        TabAsync(f =>
            (f.Element == element || (element == "INPUT" && f.Element == "TEXTAREA"))
            && f.InMain
            && f.Name.StartsWith(words, StringComparison.Ordinal)
        );

    private async Task TabAsync(Func<Focus, bool> isIt)
    {
        var passed = new List<string>();
        var focus = await FocusAsync();
        while (!isIt(focus))
        {
            Assert.True(
                passed.Count < MostTabs,
                $"Not reached by Tab on {Page.Path()}: {string.Join(" > ", passed.Distinct())}"
            );
            await KeyAsync("Tab");
            focus = await FocusAsync();
            passed.Add(focus.Name);
            Assert.True(
                focus.Visible || focus.Element is "BODY",
                $"The focus is not seen on '{focus.Name}', {Page.Path()}"
            );
        }
    }

    private async Task KeyAsync(string key)
    {
        Strokes++;
        await Page.Keyboard.PressAsync(key);
    }

    private async Task LeaveByAsync(string key)
    {
        Strokes++;
        var gone = new TaskCompletionSource();
        void Seen(object? sender, IFrame frame) => gone.TrySetResult();
        Page.FrameNavigated += Seen;
        await Page.Keyboard.PressAsync(key);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Page.FrameNavigated -= Seen;
        await Page.WaitForLoadStateAsync();
    }

    private Task<Focus> FocusAsync() =>
        Page.EvaluateAsync<Focus>(
            """
            () => {
              const at = document.activeElement ?? document.body;
              const label = at.labels && at.labels[0];
              const name = label ? label.textContent : at.getAttribute('aria-label') ?? at.textContent ?? '';
              const seen = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
              const visible = seen(getComputedStyle(at)) || (label && seen(getComputedStyle(label, '::before')))
                || at.parentElement !== null && seen(getComputedStyle(at.parentElement));
              return { element: at.tagName, kind: at.type ?? '', name: name.replace(/\s+/g, ' ').trim(), inMain: !!at.closest('main'), visible };
            }
            """
        );

    private sealed record Focus
    {
        public string Element { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Name { get; init; } = "";

        public bool InMain { get; init; }

        public bool Visible { get; init; }
    }
}
