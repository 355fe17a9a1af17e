using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Contacts;

public sealed class BoardTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Board_CountsMissingOutcomesByAge_AndEachNumberLeadsToItsRows()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var manager = await app.StaffAsync("caseManager");
        foreach (var daysBack in new[] { 3, 20, 31 })
        {
            var section = await app.SectionAsync(
                new MeasureTerms("probationSupervision") { Role = "main", Months = 12 },
                manager.Id
            );
            var contact = new Contact(
                ContactId.New(),
                section.ClientId,
                section.Id,
                "office",
                app.Now.AddDays(-daysBack),
                30,
                null
            );
            await app.SaveAsync(contact);
            await app.ReadListAsync(
                $"""
                INSERT INTO tasks.due_task SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'kind', 'outcome_missing', 'key', '{contact.Id}', 'due_on', '{app.Now.AddDays(
                    -daysBack
                ):yyyy-MM-dd}'))).*
                FROM tasks.due_task t WHERE section_id = '{section.Id}' LIMIT 1 RETURNING key
                """
            );
        }

        var board = await head.GetAsync("/board");
        foreach (var state in new[] { "late7", "late30", "lateMore" })
        {
            var link = board.Html.QuerySelector($"main a[href*='state={state}']")!;
            Assert.Equal("1", link.TextContent.Trim());
            var rows = await head.GetAsync(link.GetAttribute("href")!);
            Assert.Single(rows.Html.QuerySelectorAll("main ul.govuk-list > li > ul"));
        }

        var officer = await app.LoggedInAsAsync("caseManager");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/board")).Status);
    }
}
