using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Running;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Reminders of a whole office: with consent, once, and saying nothing by which a stranger learns anything.</summary>
public sealed class ReminderTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly DateOnly Tomorrow = new(2026, 4, 16);

    [Fact]
    public async Task Reminders_GoToWhoConsented_Once_AndNameNeitherOffenceNorMeasureNorService()
    {
        var office = await app.OfficeAsync(2);
        var host = await app.HostAsync("Meži", new DateOnly(2025, 1, 1), office: office);
        var work = await SentAsync(office, host);
        var meeting = await app.SectionAsync(HostArrangement.Forty, office: office);
        var without = await SentAsync(office, host);
        var silent = await SentAsync(office, host);
        await PlanMeetingAsync(meeting, 10, 30);
        await ReachAsync(work, ReachKind.Phone, "+371 20 000 001", consent: true);
        await ReachAsync(meeting, ReachKind.Email, "janis@example.lv", consent: true);
        await ReachAsync(without, ReachKind.Phone, "20000003", consent: false);
        var head = await app.LoggedInAsAsync("officeHead", office);

        var page = await LookAsync(head, office);
        Assert.Contains("Nav piekrišanas", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nav ne tālruņa, ne e-pasta", page.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(silent.ClientId, "reminders.send") > 0);
        var sent = await page.SubmitAsync(form: "main form", button: "Nosūtīt 2 atgādinājumus");
        Assert.StartsWith("/reminders/", sent.Path, StringComparison.Ordinal);
        await app.Services.GetRequiredService<OutboxRunner>().LookAsync(CancellationToken.None);

        Assert.Equal(1, await app.ProcessesAsync(work.Id, "reminders.left"));
        Assert.Equal(1, await app.ProcessesAsync(meeting.Id, "reminders.left"));
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM reminders.reminder WHERE left_at IS NOT NULL AND section_id IN ('{work.Id}', '{meeting.Id}')"
            )
        );
        var message = await MessageAsync(work);
        Assert.StartsWith("+37120000001\n", message, StringComparison.Ordinal);
        Assert.Contains("2026. gada 16. aprīlis", message, StringComparison.Ordinal);
        Assert.Contains("09:00", message, StringComparison.Ordinal);
        foreach (var word in new[] { "sabiedrisk", "darb", "probācij", "sod", "Bērziņš" })
        {
            Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase);
        }

        var again = await LookAsync(head, office);
        Assert.Contains("Jau nosūtīts", again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nosūtīt 2", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_WhoseConsentWasWithdrawn_OrWhoseDayMoved_DoesNotLeave()
    {
        var office = await app.OfficeAsync(3);
        var host = await app.HostAsync("Parki", new DateOnly(2025, 1, 1), office: office);
        var withdrawn = await SentAsync(office, host);
        var moved = await SentAsync(office, host);
        await ReachAsync(withdrawn, ReachKind.Phone, "20000011", consent: true);
        await ReachAsync(moved, ReachKind.Phone, "20000012", consent: true);
        var head = await app.LoggedInAsAsync("officeHead", office);
        var sent = await (await LookAsync(head, office)).SubmitAsync(button: "Nosūtīt 2 atgādinājumus");
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE clients.client_reach SET consent_withdrawn_on = '2026-04-15' WHERE client_id = '{withdrawn.ClientId}' RETURNING 1) SELECT count(*) FROM u"
        );
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE work_hours.planned_day SET start = 600 WHERE section_id = '{moved.Id}' RETURNING 1) SELECT count(*) FROM u"
        );

        await app.Services.GetRequiredService<OutboxRunner>().LookAsync(CancellationToken.None);

        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM reminders.reminder WHERE failure_code = 'withdrawn' AND left_at IS NULL AND section_id IN ('{withdrawn.Id}', '{moved.Id}')"
            )
        );
        foreach (var type in new[] { "reminders.asked", "reminders.failed" })
        {
            Assert.True(
                await app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}'") > 0,
                type
            );
        }

        var progress = await head.GetAsync(sent.Path);
        Assert.Contains("piekrišana atsaukta", progress.Words, StringComparison.Ordinal);
        // At the new time it may be reminded of anew.
        Assert.Contains("Nosūtīt 1 atgādinājumu", (await LookAsync(head, office)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_AreSentOnlyWithinReach_AndForADayAhead()
    {
        var manager = await app.AsAsync("caseManager");
        var page = await manager.GetAsync("/reminders");
        var today = await page.SubmitAsync(new() { ["Input.Day"] = "15.04.2026" });
        Assert.Contains("no rītdienas", Assert.Single(today.Errors), StringComparison.Ordinal);
        var elsewhere = await app.OfficeAsync(1);
        page.Html.QuerySelector("select[name='Input.Office'] option")!.SetAttribute("value", elsewhere.ToString());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await page.SubmitAsync(new() { ["Input.Office"] = elsewhere.ToString() })).Status
        );
        var analyst = await app.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/reminders")).Status);
    }

    private static async Task<ReadPage> LookAsync(PageBrowser browser, OfficeId office)
    {
        var page = await browser.GetAsync("/reminders");
        return await page.SubmitAsync(
            new() { ["Input.Office"] = office.ToString(), ["Input.Day"] = "16.04.2026" },
            button: "Apskatīt"
        );
    }

    private async Task<Section> SentAsync(OfficeId office, HostEmployerId host)
    {
        var section = await app.SentAsync(host, null, "2026-04-16");
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET office_id = '{office}' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        return section;
    }

    private async Task PlanMeetingAsync(Section section, int hour, int minute) =>
        await app.SaveAsync(
            new Contact(
                ContactId.New(),
                section.ClientId,
                section.Id,
                "office",
                PlusClock.InstantOf(Tomorrow, new TimeOnly(hour, minute)),
                30,
                null
            )
        );

    private async Task ReachAsync(Section section, ReachKind kind, string value, bool consent)
    {
        var reach = new ClientReach(section.ClientId, kind, value, new DateOnly(2026, 1, 1), "klients");
        if (consent)
        {
            reach.Consent(new DateOnly(2026, 1, 1));
        }

        await app.SaveAsync(reach);
    }

    private async Task<string> MessageAsync(Section section)
    {
        var id = await app.ScalarAsync<Guid>(
            $"SELECT m.id FROM outbox.message m JOIN reminders.reminder r ON r.id = m.subject_id WHERE r.section_id = '{section.Id}'"
        );
        var folder = app.Services.GetRequiredService<OutboxFolders>().Of("sms");
        return await File.ReadAllTextAsync(Path.Combine(folder, $"{id:N}.txt"));
    }
}
