using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Incidents;

/// <summary>An incident from its record to its close, and who knows of it.</summary>
public sealed class IncidentTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Happened = "Klients draudēja darbiniekam tikšanās laikā";

    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 42 };

    [Fact]
    public async Task Threat_IsToldByItsKind_FollowedWithMeasures_AndClosedWhenEverybodyKnows()
    {
        var (manager, section) = await OwnedAsync();
        var incident = await RecordAsync(manager, section, "threatToStaff");
        var id = incident.Split('/')[^1];

        Assert.Equal(
            "office region",
            await app.ScalarAsync<string>(
                $"SELECT string_agg(level, ' ' ORDER BY level) FROM incidents.notice WHERE incident_id = '{id}'"
            )
        );
        Assert.Equal(1L, await TasksAsync(section, "incident_review"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "incidents.recorded"));

        // The head of the office sees it at once: on the home page, in the list, and takes note.
        var head = await app.AsAsync("officeHead");
        Assert.Contains("negadījum", (await head.GetAsync("/")).Words, StringComparison.Ordinal);
        var list = await head.GetAsync("/incidents?state=unseen");
        Assert.Contains("Draudi darbiniekam", list.Words, StringComparison.Ordinal);
        var page = await head.GetAsync(incident);
        Assert.Contains(Happened, page.Words, StringComparison.Ordinal);
        page = await page.SubmitAsync(button: "Esmu iepazinies");
        Assert.Contains("iepazinās", page.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "incidents.view") > 0);

        // A measure with a day is a task; done, it leaves the closing.
        var measure = await (await manager.GetAsync(incident)).ClickAsync("Noteikt pasākumu");
        Assert.Equal(3, (await measure.SubmitAsync()).Errors.Count);
        var past = await measure.SubmitAsync(
            new()
            {
                ["Input.Wording"] = "Tikties divatā",
                ["Input.Doer"] = "caseManager",
                ["Input.DueOn"] = "14.04.2026",
            }
        );
        Assert.Single(past.Errors);
        Assert.Contains("Tikties divatā", past.Text, StringComparison.Ordinal);
        await past.SubmitAsync(new() { ["Input.DueOn"] = "20.04.2026" }, form: "main form[novalidate]");
        Assert.Equal(1L, await TasksAsync(section, "incident_measure"));
        Assert.Equal(0L, await TasksAsync(section, "incident_review"));

        var close = await head.GetAsync(incident + "/close");
        var open = await close.SubmitAsync(new() { ["Input.Conclusion"] = "Pārrunāts" });
        Assert.Contains("pabeidziet", Assert.Single(open.Errors), StringComparison.Ordinal);
        Assert.Contains("Pārrunāts", open.Text, StringComparison.Ordinal);
        var end = await (await manager.GetAsync(incident)).ClickAsync("Pierakstīt izpildi");
        await end.SubmitAsync(new() { ["Input.End"] = "done", ["Input.Note"] = "Vienošanās noslēgta" });
        Assert.Equal(1L, await TasksAsync(section, "incident_closing"));
        var early = await (await head.GetAsync(incident + "/close")).SubmitAsync(
            new() { ["Input.Conclusion"] = "Pārrunāts" },
            form: "main form[novalidate]"
        );
        Assert.Contains("nav iepazinušies", Assert.Single(early.Errors), StringComparison.Ordinal);

        var region = await app.AsAsync("regionHead");
        await (await region.GetAsync(incident)).SubmitAsync(button: "Esmu iepazinies");
        var closed = await (await head.GetAsync(incident + "/close")).SubmitAsync(
            new() { ["Input.Conclusion"] = "Pārrunāts" },
            form: "main form[novalidate]"
        );

        Assert.Contains("Noslēgts", closed.Words, StringComparison.Ordinal);
        Assert.Equal(0L, await TasksAsync(section, "incident_closing"));
        foreach (
            var (type, times) in new[]
            {
                ("incidents.noted", 2),
                ("incidents.measureDecided", 1),
                ("incidents.measureEnded", 1),
                ("incidents.closed", 1),
            }
        )
        {
            Assert.Equal(times, await app.ProcessesAsync(section.Id, type));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(incident + "/measure")).Status);
    }

    [Fact]
    public async Task Incident_IsSeenByWhoseSectionItIs_WhoRecordedIt_AndWhoLeads_NotByEverybodyWhoSeesTheClient()
    {
        var (manager, section) = await OwnedAsync();
        var incident = await RecordAsync(manager, section, "selfHarm");

        // A colleague of the same office reaches the section, and knows nothing of the incident.
        var colleague = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"/clients/{section.ClientId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(incident)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(incident + "/measure")).Status);
        Assert.DoesNotContain(
            "Paškaitējuma",
            (await colleague.GetAsync($"/clients/{section.ClientId}/incidents")).Words,
            StringComparison.Ordinal
        );

        // Who may see no incidents at all reads none in the history either; the database says so too.
        var clerk = await app.AsAsync("registryClerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/clients/{section.ClientId}/incidents")).Status);
        var timeline = await clerk.GetAsync($"/clients/{section.ClientId}/timeline");
        Assert.DoesNotContain("negadījum", timeline.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "negadījum",
            (await manager.GetAsync($"/clients/{section.ClientId}/timeline")).Words,
            StringComparison.OrdinalIgnoreCase
        );

        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(incident)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/incidents")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync(incident + "/close")).Status);
    }

    [Fact]
    public async Task Task_OfAnIncident_StaysWhenSomebodyWhoSeesNoneChangesTheSection()
    {
        var (manager, section) = await OwnedAsync();
        await RecordAsync(manager, section, "violence");
        Assert.Equal(1L, await TasksAsync(section, "incident_review"));

        var clerk = await app.AsAsync("registryClerk");
        var done = await (await clerk.GetAsync($"/sections/{section.Id}/register")).SubmitAsync(
            new() { ["Input.Day"] = "13.4." }
        );

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.registered"));
        Assert.Equal(1L, await TasksAsync(section, "incident_review"));
    }

    [Fact]
    public async Task Record_WithNothingSaid_OrAnImpossibleTime_IsRefusedAndKeepsWhatWasTyped()
    {
        var (manager, section) = await OwnedAsync();
        var form = await manager.GetAsync($"/sections/{section.Id}/incidents/new");

        Assert.Equal(3, (await form.SubmitAsync()).Errors.Count);
        var wrong = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "violence",
                ["Input.Affected"] = "other",
                ["Input.OccurredOn"] = "20.04.2026",
                ["Input.OccurredAt"] = "25:99",
                ["Input.Description"] = "Konflikts darba vietā",
            }
        );
        Assert.Contains("14:30", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var future = await wrong.SubmitAsync(new() { ["Input.OccurredAt"] = "9.15" }, form: "main form[novalidate]");
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        Assert.Contains("Konflikts darba vietā", future.Text, StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM incidents.incident WHERE section_id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Kind_IsTheServicesOwn_AndSomebodyIsAlwaysTold()
    {
        var methodologist = await app.AsAsync("methodologist");
        var form = await methodologist.GetAsync("/incidents/kinds/death");
        var nobody = await form.SubmitAsync(
            new()
            {
                ["Input.TellsOffice"] = null,
                ["Input.TellsRegion"] = null,
                ["Input.TellsService"] = null,
            }
        );
        Assert.Contains("vismaz vienu", Assert.Single(nobody.Errors), StringComparison.Ordinal);

        var done = await nobody.SubmitAsync(
            new() { ["Input.TellsService"] = "true", ["Input.ReviewDays"] = "2" },
            form: "main form[novalidate]"
        );
        Assert.Contains("Dienesta vadība", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'incidents.kindChanged'")
        );
        var manager = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/incidents/kinds")).Status);
    }

    [Fact]
    public async Task Incident_ToldFurther_IsSeenThere_WithItsReason()
    {
        var (manager, section) = await OwnedAsync();
        var incident = await RecordAsync(manager, section, "selfHarm");
        var head = await app.AsAsync("officeHead");

        var tell = await (await head.GetAsync(incident)).ClickAsync("Ziņot tālāk");
        Assert.Equal(2, (await tell.SubmitAsync()).Errors.Count);
        var told = await tell.SubmitAsync(
            new() { ["Input.Level"] = "region", ["Input.Reason"] = "Atkārtojas" },
            form: "main form[novalidate]"
        );

        Assert.Contains("Atkārtojas", told.Words, StringComparison.Ordinal);
        var region = await app.AsAsync("regionHead");
        Assert.Contains(
            "Paškaitējuma",
            (await region.GetAsync("/incidents?state=unseen")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "incidents.toldFurther"));
    }

    private async Task<(PageBrowser, Section)> OwnedAsync()
    {
        var person = await app.StaffAsync("caseManager");
        var section = await app.SectionAsync(Forty, person.Id);
        return (await app.LoggedInAsAsync(person), section);
    }

    private static async Task<string> RecordAsync(PageBrowser browser, Section section, string kind)
    {
        var form = await browser.GetAsync($"/sections/{section.Id}/incidents/new");
        var done = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = kind,
                ["Input.Affected"] = "staff",
                ["Input.OccurredOn"] = "15.04.2026",
                ["Input.OccurredAt"] = "10:30",
                ["Input.Description"] = Happened,
            }
        );
        Assert.StartsWith("/incidents/", done.Path, StringComparison.Ordinal);
        return done.Path;
    }

    private Task<long> TasksAsync(Section section, string kind) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = '{kind}'"
        );
}
