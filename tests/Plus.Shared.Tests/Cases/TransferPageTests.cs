using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Cases;

public sealed class TransferPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Bulk_OfALeavingManager_MovesTasksAndContacts_AndCancelsOnlyWhatIsTicked()
    {
        var leaving = await app.StaffAsync("caseManager");
        var taking = await app.StaffAsync("caseManager");
        var one = await app.SectionAsync(Year, manager: leaving.Id);
        var two = await app.SectionAsync(Year, manager: leaving.Id);
        var stays = await Contact(one, leaving.Id);
        var goes = await Contact(two, leaving.Id);
        var head = await app.LoggedInAsAsync("officeHead");

        var choice = await head.GetAsync($"/transfers?manager={leaving.Id}");
        var check = await choice.SubmitAsync(
            new()
            {
                ["Input.ToOffice"] = (await app.OfficeAsync()).ToString(),
                ["Input.ToManager"] = taking.Id.ToString(),
                ["Input.Reason"] = "managerLeft",
            }
        );
        Assert.Equal("Pārbaudiet nodošanu", check.Heading);
        Assert.Contains("2 sekcijas", check.Words, StringComparison.Ordinal);
        var done = await check.SubmitAsync(new() { ["Input.Cancelled"] = goes.ToString() }, button: "Nodot");

        Assert.Contains("Nodotas sekcijas: 2", done.Text, StringComparison.Ordinal);
        foreach (var section in new[] { one, two })
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.assigned"));
            Assert.Equal(
                0L,
                await app.ScalarAsync<long>(
                    $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND assignee_id <> '{taking.Id}'"
                )
            );
            Assert.Equal(
                2L,
                await app.ScalarAsync<long>($"SELECT count(*) FROM cases.assignment WHERE section_id = '{section.Id}'")
            );
        }

        Assert.Equal("planned", await State(stays));
        Assert.Equal(
            taking.Id.Value,
            await app.ScalarAsync<Guid>($"SELECT staff_id FROM contacts.contact WHERE id = '{stays}'")
        );
        Assert.Equal("cancelled", await State(goes));
    }

    [Fact]
    public async Task Transfer_ToSomebodyOfAnotherOffice_IsRefusedAndNothingMoves()
    {
        var elsewhere = await app.StaffAsync("caseManager", await app.OfficeAsync(3));
        var section = await app.SectionAsync(Year);
        var head = await app.LoggedInAsAsync("officeHead");

        var refused = await (await head.GetAsync($"/transfers?section={section.Id}")).SubmitAsync(
            new() { ["Input.ToManager"] = null, ["Input.Reason"] = "load" }
        );
        Assert.Equal("Pārbaudiet nodošanu", refused.Heading);
        var posted = await head.PostAsync(
            $"/transfers?section={section.Id}&handler=Confirm",
            [
                .. refused
                    .Html.QuerySelectorAll("main form input[type=hidden]")
                    .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
                    .Where(p => p.Key != "Input.ToManager"),
                new("Input.ToManager", elsewhere.Id.ToString()),
            ]
        );

        Assert.Contains("izvēlētajā nodaļā nestrādā", posted.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.assigned"));
    }

    [Fact]
    public async Task Transfer_ByACaseManager_IsForbidden()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/transfers")).Status);
    }

    private async Task<ContactId> Contact(Plus.Shared.Cases.Records.Section section, StaffId staff)
    {
        var contact = new Contact(
            ContactId.New(),
            section.ClientId,
            section.Id,
            "office",
            app.Now.AddDays(3),
            30,
            null
        );
        contact.With(staff);
        await app.SaveAsync(contact);
        return contact.Id;
    }

    private Task<string> State(ContactId id) =>
        app.ScalarAsync<string>($"SELECT state FROM contacts.contact WHERE id = '{id}'");
}
