using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Hours by a host's sheet and by its file; adjustments of the balance.</summary>
public sealed class SheetPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Sheet_SavesWhatTheLawTakes_AndKeepsTheRestWithItsReason()
    {
        var (browser, host, sections) = await PlacedAsync(30);

        var page = await browser.GetAsync($"/partners/{host}/sheet?week=2026-04-13");
        var typed = sections.ToDictionary(s => $"W-{s.Id}-2026-04-13", string? (_) => "2");
        typed[$"W-{sections[4].Id}-2026-04-14"] = "3";
        typed[$"W-{sections[7].Id}-2026-04-14"] = "daudz";
        var some = await page.SubmitAsync(typed, form: "form[action*='sheet']");

        Assert.Equal(2, some.Errors.Count);
        Assert.Contains(some.Errors, e => e.Contains("LSIK", StringComparison.Ordinal));
        Assert.Contains("Saglabātas 28 klientu stundas", some.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"daudz\"", some.Text, StringComparison.Ordinal);
        Assert.Equal(28 * 120L, await CreditedAsync(host));

        var rest = await some.SubmitAsync(
            new() { [$"W-{sections[4].Id}-2026-04-14"] = "1:30", [$"W-{sections[7].Id}-2026-04-14"] = "" },
            form: "form[action*='sheet']"
        );
        Assert.Empty(rest.Errors);
        Assert.Equal((30 * 120L) + 90, await CreditedAsync(host));
        Assert.Equal(1, await app.ProcessesAsync(sections[0].Id, "workHours.entered"));
        Assert.True(await app.ViewsAsync(sections[0].ClientId, "workHours.enter") > 0);
    }

    [Fact]
    public async Task Sheet_ShowsOnlyClientsWithinReach()
    {
        var (_, host, sections) = await PlacedAsync(1);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));
        var analyst = await app.LoggedInAsAsync("analyst");

        var page = await elsewhere.GetAsync($"/partners/{host}/sheet");

        Assert.DoesNotContain(sections[0].Id.ToString(), page.Text, StringComparison.Ordinal);
        Assert.Contains("neviens jūsu klients nav norīkots", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync($"/partners/{host}/sheet")).Status);
    }

    [Fact]
    public async Task File_EntersWhatItCan_ListsTheRest_AndTwiceEntersNothingTwice()
    {
        var (browser, host, sections) = await PlacedAsync(2);
        var numbers = await NumbersAsync(sections);
        var csv = $"""
            Lieta;Diena;Nostrādāts
            {numbers[0]};13.04.2026;2
            {numbers[0]};14.04.2026;3
            {numbers[1]};2026-04-13;1:30
            {numbers[1]};aizvakar;2
            000-nav;13.04.2026;2
            {numbers[1]};14.04.2026;
            """;

        var page = await UploadAsync(browser, host, csv);

        Assert.Contains("Ierakstītas rindas 2", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nevar ierakstīt 3", page.Words, StringComparison.Ordinal);
        Assert.Contains("LSIK", page.Words, StringComparison.Ordinal);
        Assert.Contains("Diena nav saprotama", page.Words, StringComparison.Ordinal);
        Assert.Contains("Šādas lietas klients", page.Words, StringComparison.Ordinal);
        Assert.Equal(210L, await CreditedAsync(host));

        var again = await UploadAsync(browser, host, csv);
        Assert.Equal(page.Path, again.Path);
        var other = await UploadAsync(browser, host, csv + "\n");
        Assert.Contains("Jau bija ierakstītas 2", other.Words, StringComparison.Ordinal);
        Assert.Equal(210L, await CreditedAsync(host));

        var wrong = await UploadAsync(browser, host, "Vārds;Stundas\nJānis;2");
        Assert.Contains("kolonnu nosaukumiem", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_StoppedMidway_GoesOnWithWhatWaits()
    {
        var (browser, host, sections) = await PlacedAsync(4);
        var numbers = await NumbersAsync(sections);
        var csv = "Lieta;Diena;Nostrādāts\n" + string.Join('\n', numbers.Select(n => $"{n};13.04.2026;2"));
        var done = await UploadAsync(browser, host, csv);
        // As if the server had stopped between two clients: of two nothing was saved.
        foreach (var section in sections.Take(2))
        {
            await app.ScalarAsync<long>(
                $"WITH d AS (DELETE FROM community_work.hours_entry WHERE section_id = '{section.Id}' RETURNING 1) SELECT count(*) FROM d"
            );
        }

        await app.ScalarAsync<long>(
            $"""
            WITH u AS (UPDATE work_hours.sheet_import_line SET state = 'waits'
                WHERE case_number = ANY (string_to_array('{string.Join(
                ',',
                numbers
            )}', ',')) RETURNING 1) SELECT count(*) FROM u
            """
        );

        var stopped = await browser.GetAsync(done.Path);
        Assert.Contains("Vēl nav apstrādātas 4", stopped.Words, StringComparison.Ordinal);
        var finished = await stopped.SubmitAsync(form: "#goon");

        Assert.Contains("Ierakstītas rindas 2", finished.Words, StringComparison.Ordinal);
        Assert.Contains("Jau bija ierakstītas 2", finished.Words, StringComparison.Ordinal);
        Assert.Equal(4 * 120L, await CreditedAsync(host));
    }

    [Fact]
    public async Task Adjustment_WithAReasonChangesTheBalance_OverTheCapIsRefused()
    {
        var (browser, _, sections) = await PlacedAsync(1);
        var id = sections[0].Id;

        var form = await browser.GetAsync($"/community-work/{id}/adjust");
        var over = await form.SubmitAsync(
            new()
            {
                ["Input.Way"] = "credit",
                ["Input.Minutes"] = "8:01",
                ["Input.Reason"] = "lostRecord",
                ["Input.Note"] = "Marta lapa",
            }
        );
        Assert.Contains("8:00", Assert.Single(over.Errors), StringComparison.Ordinal);
        var done = await over.SubmitAsync(new() { ["Input.Minutes"] = "5" });
        Assert.Contains("Izpildīts 5:00 no 40:00", done.Words, StringComparison.Ordinal);
        var back = await (await browser.GetAsync($"/community-work/{id}/adjust")).SubmitAsync(
            new()
            {
                ["Input.Way"] = "takeBack",
                ["Input.Minutes"] = "1",
                ["Input.Reason"] = "countedTwice",
                ["Input.Note"] = "Pārskaitīts",
            }
        );

        Assert.Contains("Izpildīts 4:00 no 40:00", back.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(id, "workHours.adjusted"));
        Assert.Equal(1, await app.ProcessesAsync(id, "workHours.takenBack"));
    }

    private async Task<(PageBrowser Browser, HostEmployerId Host, List<Section> Sections)> PlacedAsync(int clients)
    {
        var host = await app.HostAsync("Lapu devējs", new DateOnly(2025, 1, 1));
        var sections = new List<Section>();
        for (var i = 0; i < clients; i++)
        {
            var section = await app.SectionAsync(Forty);
            await app.ScalarAsync<long>(
                $"WITH u AS (UPDATE cases.section SET registered_on = '2026-04-13', state = 'active' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
            );
            await app.SaveAsync(new Placement(section.Id, host, null, null, new DateOnly(2026, 4, 13)));
            sections.Add(section);
        }

        return (await app.LoggedInAsAsync("caseManager"), host, sections);
    }

    private async Task<List<string>> NumbersAsync(List<Section> sections)
    {
        var numbers = new List<string>();
        foreach (var section in sections)
        {
            numbers.Add(
                await app.ScalarAsync<string>($"SELECT number FROM cases.client_case WHERE id = '{section.CaseId}'")
            );
        }

        return numbers;
    }

    private static async Task<ReadPage> UploadAsync(PageBrowser browser, HostEmployerId host, string csv)
    {
        var page = await browser.GetAsync($"/partners/{host}/sheet/import");
        return await page.SendFileAsync("Upload", "lapa.csv", System.Text.Encoding.UTF8.GetBytes(csv), "#upload");
    }

    private Task<long> CreditedAsync(HostEmployerId host) =>
        app.ScalarAsync<long>(
            $"SELECT coalesce(sum(credited_minutes), 0)::bigint FROM community_work.hours_entry WHERE host_employer_id = '{host}' AND withdrawn_at IS NULL"
        );
}
