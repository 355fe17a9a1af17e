using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;

namespace Plus.Browser.Tests.Journeys;

/// <summary>What journeys of supervision share: forms filled by the names of their fields, and a look at each page.</summary>
public abstract class SupervisionJourneys(Chromium chromium, ServedPlus plus) : BrowserTest(chromium, plus)
{
    /// <summary>The day of the journey, at ten in Riga.</summary>
    protected void On(int year, int month, int day) =>
        App.Now = new DateTimeOffset(year, month, day, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Logs the same person in again: sessions do not outlive the months between two steps.</summary>
    protected Task<IPage> AgainAsync(Staff person) => LoggedInAsync(person);

    /// <summary>Opens a form, fills the named fields in order, and sends it; it must not come back with errors.</summary>
    protected static async Task FillAsync(IPage page, string path, params (string Name, string Value)[] fields)
    {
        await page.OpenAsync(path);
        foreach (var (name, value) in fields)
        {
            await SetAsync(page, "Input." + name, value);
        }

        await page.Locator("main form[novalidate] button[type=submit]:visible").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Empty(await page.ErrorsAsync());
        Assert.Equal(0, await page.OverflowAsync());
    }

    protected static async Task SaysAsync(IPage page, string words) =>
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    protected Task<long> TasksAsync(SectionId section) =>
        App.ScalarAsync<long>($"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section}'");

    protected Task<string> StateAsync(SectionId section) =>
        App.ScalarAsync<string>(
            $"SELECT state || coalesce(' ' || outcome, '') FROM cases.section WHERE id = '{section}'"
        );

    /// <summary>Closes with an outcome: the questions, what it does, and the confirmation.</summary>
    protected static async Task CloseAsync(
        IPage page,
        SectionId section,
        string[] shows,
        params (string Name, string Value)[] fields
    )
    {
        await FillAsync(page, $"/sections/{section}/close", fields);
        foreach (var words in shows)
        {
            await SaysAsync(page, words);
        }

        await page.Locator("main form[novalidate] button[formaction*=Confirm]").ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Empty(await page.ErrorsAsync());
    }

    private static async Task SetAsync(IPage page, string name, string value)
    {
        var field = page.Locator($"main form[novalidate] [name='{name}']:not([type=hidden])");
        var kind = await field.First.EvaluateAsync<string>("e => e.type");
        switch (kind)
        {
            case "radio":
                await page.Locator($"main form[novalidate] [name='{name}'][value='{value}']").CheckAsync();
                break;
            case "checkbox" when value is "true" or "false":
                await field.First.SetCheckedAsync(value == "true");
                break;
            case "checkbox":
                await page.Locator($"main form[novalidate] [name='{name}'][value='{value}']").CheckAsync();
                break;
            case "select-one":
                await field.First.SelectOptionAsync(value);
                break;
            default:
                await field.First.FillAsync(value);
                break;
        }
    }
}
