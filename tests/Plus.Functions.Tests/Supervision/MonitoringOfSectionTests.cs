using System.Net;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Supervision;

public sealed class MonitoringOfSectionTests(MonitoringApp served) : IClassFixture<MonitoringApp>
{
    private PlusApp App => served.App;

    [Fact]
    public async Task Term_RunsFromTheDayTheDeviceIsAttached()
    {
        var (browser, section, href) = await SectionAsync();
        var device = new MonitoringDevice("presence", "T-1");
        await App.SaveAsync(device);
        Assert.Contains("Termiņš sāksies dienā", (await browser.GetAsync(href)).Words, StringComparison.Ordinal);

        var refused = await StepAsync(browser, href, device.Id, "attached");
        Assert.Contains("T-1", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await StepAsync(browser, href, device.Id, "issued");
        var page = await StepAsync(browser, href, device.Id, "attached");

        Assert.Contains("Pēdējā diena: 14.10.2026", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            "2026-04-14",
            await App.ScalarAsync<string>(
                $"SELECT attached_on::text FROM supervision.electronic_monitoring WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(2, await App.ProcessesAsync(section.Id, "supervision.deviceStepped"));
        var returned = await StepAsync(browser, href, device.Id, "returned");
        Assert.Contains("atgriezta", returned.Words, StringComparison.Ordinal);
        Assert.Equal("inStock", await StateAsync(device));
    }

    [Fact]
    public async Task Device_Exchanged_GivesTheNewOneAndTakesTheOldOneBack()
    {
        var officer = await App.LoggedInAsAsync("monitoringOfficer");
        var (section, serial) = await served.WornAsync(officer.StaffId!.Value);
        var old = await App.ScalarAsync<Guid>(
            $"SELECT id FROM supervision.monitoring_device WHERE serial = '{serial}'"
        );
        var fresh = new MonitoringDevice("presence", "X-" + serial);
        await App.SaveAsync(fresh);

        var href = $"/functions/supervision/{section.Id}/monitoring";
        var missing = await StepAsync(officer, href, fresh.Id, "exchanged");
        Assert.Contains("nomaināmo ierīci", Assert.Single(missing.Errors), StringComparison.Ordinal);
        await StepAsync(officer, href, fresh.Id, "exchanged", old);

        Assert.Equal("attached", await StateAsync(fresh));
        Assert.Equal(
            "in_stock",
            await App.ScalarAsync<string>(
                $"SELECT CASE state WHEN 'inStock' THEN 'in_stock' ELSE state END FROM supervision.monitoring_device WHERE id = '{old}'"
            )
        );
    }

    [Fact]
    public async Task Hours_AreDrawnInTheWeek_AndDoNotOverlap()
    {
        var (browser, section, href) = await SectionAsync();
        var form = await browser.GetAsync(href + "/hours");
        var empty = await form.SubmitAsync();
        Assert.Equal(4, empty.Errors.Count);
        var page = await HoursAsync(browser, href, "8", "17:30");
        Assert.Equal(10, page.Html.QuerySelectorAll(".plus-hours__out").Length);

        var overlap = await HoursAsync(browser, href, "17", "18");
        Assert.Contains("jau ir noteikts", Assert.Single(overlap.Errors), StringComparison.Ordinal);
        await (await browser.GetAsync(href)).SubmitAsync(form: "form[action*='EndHours']");

        Assert.Empty((await browser.GetAsync(href)).Html.QuerySelectorAll(".plus-hours__out"));
        Assert.Equal(1, await App.ProcessesAsync(section.Id, "supervision.hoursSet"));
        Assert.Equal(1, await App.ProcessesAsync(section.Id, "supervision.hoursEnded"));
    }

    [Fact]
    public async Task GrantedAbsence_IsDaysInTheSchedule_UntilTheClientIsBack()
    {
        var (browser, section, href) = await SectionAsync();
        await (await browser.GetAsync(href + "/hours")).SubmitAsync(
            new()
            {
                ["Input.OnDay"] = "12.04.2026",
                ["Input.From"] = "8",
                ["Input.To"] = "9",
                ["Input.Purpose"] = "errands",
            },
            form: "main form[novalidate]"
        );
        var asked = await (await browser.GetAsync($"/sections/{section.Id}/applications/new")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = "foreign_travel",
                ["Input.ReceivedOn"] = "08.04.2026",
                ["Input.From"] = "10.04.2026",
                ["Input.To"] = "20.04.2026",
                ["Input.Place"] = "Tallina",
            },
            form: "main form[novalidate]"
        );
        await (await browser.GetAsync(asked.Path + "/decide")).SubmitAsync(
            new() { ["Input.Outcome"] = "noted" },
            form: "main form[novalidate]"
        );
        // Eleven days, both ends counted; what was permitted for one of them is replaced.
        const string Held = "SELECT count(*) FROM supervision.permitted_hours WHERE ended_on IS NULL AND section_id = ";
        Assert.Equal(11L, await App.ScalarAsync<long>(Held + $"'{section.Id}'"));
        var page = await browser.GetAsync(href);
        Assert.Contains(
            "Izņēmums 10.04.2026: 00:00–24:00, Prombūtne, kas atļauta: Tallina",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains($"href=\"{asked.Path}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Izņēmums 12.04.2026: 08:00", page.Words, StringComparison.Ordinal);

        await (await browser.GetAsync(asked.Path + "/happened")).SubmitAsync(
            new() { ["Input.HappenedOn"] = "13.04.2026", ["Input.Note"] = "Zvans" },
            form: "main form[novalidate]"
        );
        Assert.Equal(4L, await App.ScalarAsync<long>(Held + $"'{section.Id}'"));
    }

    [Fact]
    public async Task Suitability_WithoutElectricity_DoesNotSuit_AndIntensifyingNeedsARunningTerm()
    {
        var (browser, section, href) = await SectionAsync();
        var page = await (await browser.GetAsync(href + "/suitability")).SubmitAsync(
            new()
            {
                ["Input.VisitedOn"] = "14.04.2026",
                ["Input.HasHome"] = "true",
                ["Input.Note"] = "Nav elektrības",
            }
        );
        Assert.Contains("nav piemērota", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await App.ProcessesAsync(section.Id, "supervision.suitabilityReported"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(href + "/intensify")).Status);

        await App.ReadListAsync(
            $"UPDATE supervision.electronic_monitoring SET attached_on = '2026-04-10' WHERE section_id = '{section.Id}' RETURNING id"
        );
        var form = await browser.GetAsync(href + "/intensify");
        Assert.Equal(4, (await form.SubmitAsync()).Errors.Count);
        await form.SubmitAsync(
            new()
            {
                ["Input.Device"] = "location",
                ["Input.Ground"] = "offRoute",
                ["Input.DecidedOn"] = "14.04.2026",
                ["Input.Document"] = "Nr. 5",
            }
        );
        Assert.Equal(1, await App.ProcessesAsync(section.Id, "supervision.monitoringIntensified"));
    }

    [Fact]
    public async Task Register_TakesADeviceOnce_AndOnlyFromTheCentre()
    {
        var officer = await App.LoggedInAsAsync("monitoringOfficer");
        var manager = await App.LoggedInAsAsync("caseManager");
        var form = await officer.GetAsync("/monitoring/devices");
        Assert.Equal(2, (await form.SubmitAsync(form: "#add-device")).Errors.Count);
        await form.SubmitAsync(new() { ["Kind"] = "alcohol", ["Serial"] = "r-77" }, "#add-device");
        var twice = await form.SubmitAsync(new() { ["Kind"] = "alcohol", ["Serial"] = "R-77" }, "#add-device");

        Assert.Contains("jau ir reģistrēta", Assert.Single(twice.Errors), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'supervision.deviceAdded'")
        );
        Assert.Null((await manager.GetAsync("/monitoring/devices")).Html.QuerySelector("#add-device"));
    }

    [Fact]
    public async Task Monitoring_OfAnotherOffice_DoesNotExist()
    {
        var (_, _, href) = await SectionAsync();
        var far = await App.LoggedInAsAsync("caseManager", await App.OfficeAsync(2));
        var analyst = await App.LoggedInAsAsync("analyst");

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(href + "/hours")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(href)).Status);
    }

    [Fact]
    public async Task Employment_IsSeenInTheFirstMonth_OnEvidence_AndTheRecordTakesItOver()
    {
        var (browser, section, href) = await SectionAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(href + "/employment")).Status);
        var device = new MonitoringDevice("presence", "W-1");
        await App.SaveAsync(device);
        await StepAsync(browser, href, device.Id, "issued");
        await StepAsync(browser, href, device.Id, "attached");
        Assert.Equal(["2026-05-14"], await EmploymentTaskAsync(section));

        var form = await browser.GetAsync(href + "/employment");
        Assert.Equal(2, (await form.SubmitAsync(new() { ["Input.SeenOn"] = "14.04.2026" }, form: Form)).Errors.Count);
        var bare = await form.SubmitAsync(
            new() { ["Input.Works"] = "yes", ["Input.Note"] = "Līgums uzrādīts" },
            form: Form
        );
        Assert.Equal(3, bare.Errors.Count);
        var not = await bare.SubmitAsync(
            new()
            {
                ["Input.Works"] = "no",
                ["Input.Follows"] = "livelihoodObligation",
                ["Input.Note"] = "Darba nav",
            },
            form: Form
        );
        Assert.Contains("Noteikt pienākumu", not.Words, StringComparison.Ordinal);
        Assert.Empty(await EmploymentTaskAsync(section));
        var works = await (await browser.GetAsync(href + "/employment")).SubmitAsync(
            new()
            {
                ["Input.Works"] = "yes",
                ["Input.WorksFrom"] = "13.04.2026",
                ["Input.Employer"] = "SIA Darbs",
                ["Input.Evidence"] = "contract",
                ["Input.Note"] = "Līgums uzrādīts",
            },
            form: Form
        );
        Assert.Contains("Strādā no 13.04.2026, SIA Darbs", works.Words, StringComparison.Ordinal);
        Assert.Equal(
            "employed",
            await App.ScalarAsync<string>($"SELECT employment FROM clients.client WHERE id = '{section.ClientId}'")
        );
        Assert.Equal(2, await App.ProcessesAsync(section.Id, "supervision.employmentSeen"));
        var watching = await App.LoggedInAsAsync("methodologist");
        Assert.Equal(HttpStatusCode.Forbidden, (await watching.GetAsync(href + "/employment")).Status);
    }

    private const string Form = "main form[novalidate]";

    private Task<IReadOnlyList<string>> EmploymentTaskAsync(Section section) =>
        App.ReadListAsync(
            $"SELECT due_on::text FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = 'monitoring_employment'"
        );

    private async Task<(PageBrowser Browser, Section Section, string Href)> SectionAsync()
    {
        var browser = await App.LoggedInAsAsync("caseManager");
        var section = await App.SectionAsync(MonitoringApp.Parole, browser.StaffId);
        return (browser, section, $"/functions/supervision/{section.Id}/monitoring");
    }

    private static async Task<ReadPage> StepAsync(
        PageBrowser browser,
        string href,
        Guid device,
        string step,
        Guid? instead = null
    ) =>
        await (await browser.GetAsync(href + "/device")).SubmitAsync(
            new()
            {
                ["Input.Step"] = step,
                ["Input.Device"] = device.ToString(),
                ["Input.Instead"] = instead?.ToString() ?? "",
                ["Input.Day"] = "14.04.2026",
                ["Input.Time"] = step switch
                {
                    "issued" => "10",
                    "attached" => "11",
                    _ => "12",
                },
            },
            form: "main form[novalidate]"
        );

    private static async Task<ReadPage> HoursAsync(PageBrowser browser, string href, string from, string to) =>
        await (await browser.GetAsync(href + "/hours")).SubmitAsync(
            new()
            {
                ["Input.Weekdays"] = "1",
                ["Input.From"] = from,
                ["Input.To"] = to,
                ["Input.Purpose"] = "work",
            },
            form: "main form[novalidate]"
        );

    private Task<string> StateAsync(MonitoringDevice device) =>
        App.ScalarAsync<string>($"SELECT state FROM supervision.monitoring_device WHERE id = '{device.Id}'");
}
