using System.Net;
using Microsoft.AspNetCore.Builder;
using Plus.Functions.Supervision.Monitoring.Intake;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Monitoring;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Supervision;

public sealed class AlarmDeskTests(MonitoringApp served) : IClassFixture<MonitoringApp>
{
    private PlusApp App => served.App;

    [Fact]
    public async Task Alarm_IsTakenNotedEscalatedAndClosed_AndEachStepIsKept()
    {
        var (officer, alarm, section) = await AlarmAsync("leftHome");
        var page = await officer.GetAsync($"/monitoring/alarms/{alarm}");
        Assert.Null(page.Html.QuerySelector("textarea"));
        var taken = await page.SubmitAsync();
        var refused = await taken.SubmitAsync(button: "Slēgt trauksmi");
        Assert.Equal(2, refused.Errors.Count);
        await refused.SubmitAsync(new() { ["Text"] = "Zvanīju, neatbild" }, button: "Pievienot piezīmi");
        await (await officer.GetAsync(page.Path)).SubmitAsync(
            new() { ["Text"] = "Paziņots policijai" },
            button: "Nodot tālāk"
        );
        var closed = await (await officer.GetAsync(page.Path)).SubmitAsync(
            new() { ["Text"] = "Atgriezās mājās", ["Outcome"] = "violation" },
            button: "Slēgt trauksmi"
        );

        Assert.Contains("Slēgta", closed.Words, StringComparison.Ordinal);
        Assert.Contains("Zvanīju, neatbild", closed.Words, StringComparison.Ordinal);
        Assert.Null(closed.Html.QuerySelector("main form"));
        foreach (
            var type in new[]
            {
                "supervision.alarmTaken",
                "supervision.alarmNoted",
                "supervision.alarmEscalated",
                "supervision.alarmClosed",
            }
        )
        {
            Assert.Equal(1, await App.ProcessesAsync(section.Id, type));
        }

        // Nobody who answers an alarm is asked what for, and what it opened closes with it.
        Assert.True(
            await App.ScalarAsync<bool>(
                $"SELECT bool_or(purpose = 'alarm') FROM audit.view WHERE part = 'supervision.viewMonitoring' AND '{section.ClientId}' = ANY (clients)"
            )
        );
        Assert.Equal(
            ["access.alarmEnded", "access.alarmOpened"],
            await App.ReadListAsync(
                $"SELECT type FROM audit.process WHERE client_id = '{section.ClientId}' AND type LIKE 'access.alarm%' ORDER BY type"
            )
        );
    }

    [Fact]
    public async Task Event_CountsForWhomTheDeviceWasThen_AndOnceHoweverOftenItComes()
    {
        var (_, _, section) = await AlarmAsync("batteryLow");
        var serial = await App.ScalarAsync<string>(
            $"SELECT serial FROM supervision.alarm WHERE section_id = '{section.Id}'"
        );
        // Before the device was attached nobody wore it.
        ReportedEvent[] events =
        [
            new("twice-" + serial, serial, "offRoute", App.Now.AddMinutes(-1)),
            new("twice-" + serial, serial, "offRoute", App.Now.AddMinutes(-1)),
            new("early-" + serial, serial, "leftHome", App.Now.AddDays(-30)),
            new("calm-" + serial, serial, "returnedHome", App.Now),
        ];

        var first = await SendAsync(events);
        var again = await SendAsync(events);

        Assert.Equal(HttpStatusCode.Accepted, first.Status);
        Assert.Contains("\"taken\":3", first.Text, StringComparison.Ordinal);
        Assert.Contains("\"taken\":0,\"known\":4", again.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["early- ", "twice- " + section.Id],
            await App.ReadListAsync(
                $"SELECT split_part(event_id, '-', 1) || '- ' || coalesce(section_id::text, '') FROM supervision.alarm WHERE serial = '{serial}' AND event_id NOT LIKE 'first%' ORDER BY 1"
            )
        );
        Assert.NotEqual(
            0,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'supervision.eventsTaken'")
        );
    }

    [Fact]
    public async Task Message_UnsignedOldOrBroken_IsRefused()
    {
        var body = VendorSimulator.Body([new("x-1", "D-1", "leftHome", App.Now)]);
        var outside = App.Browser();
        var unsigned = new VendorSimulator("another-key-of-16-bytes").Request(body, App.Now);
        var old = served.Vendor.Request(body, App.Now.AddMinutes(-6));
        var broken = served.Vendor.Request("[{\"id\":\"x-2\"}]"u8.ToArray(), App.Now);
        var unknown = served.Vendor.Request(VendorSimulator.Body([new("x-3", "D-1", "dancing", App.Now)]), App.Now);

        Assert.Equal(HttpStatusCode.Unauthorized, (await outside.SendAsync(unsigned)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await outside.SendAsync(old)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await outside.SendAsync(broken)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await outside.SendAsync(unknown)).Status);
        Assert.Equal(
            0,
            await App.ScalarAsync<long>("SELECT count(*) FROM supervision.vendor_event WHERE id LIKE 'x-%'")
        );
    }

    [Fact]
    public async Task File_OfTheVendor_IsTakenInOnce_AndAForgedOneNotAtAll()
    {
        var officer = await App.LoggedInAsAsync("monitoringOfficer");
        var events = served.Vendor.Make(40, ["F-1", "F-2"], App.Now);
        var form = await officer.GetAsync("/monitoring/file");

        var forged = await form.SendFileAsync(
            "Upload",
            "events.jsonl",
            new VendorSimulator("another-key-of-16-bytes").File(events, App.Now),
            "main form"
        );
        Assert.Contains("paraksts neder", Assert.Single(forged.Errors), StringComparison.Ordinal);
        var taken = await form.SendFileAsync(
            "Upload",
            "events.jsonl",
            served.Vendor.File(events, App.Now),
            "main form"
        );
        Assert.Contains("Saņemti notikumi: 40; jau zināmi: 0", taken.Words, StringComparison.Ordinal);
        var again = await form.SendFileAsync(
            "Upload",
            "events.jsonl",
            served.Vendor.File(events, App.Now),
            "main form"
        );
        Assert.Contains("Saņemti notikumi: 0; jau zināmi: 40", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shift_IsNotHandedOver_WhileAnOpenAlarmIsLeftOut()
    {
        var (officer, alarm, _) = await AlarmAsync("strapTamper");
        var next = await App.StaffAsync("monitoringOfficer");
        await (await officer.GetAsync("/monitoring/shift")).SubmitAsync();
        var form = await officer.GetAsync("/monitoring/shift");

        var refused = await form.SubmitAsync(new() { ["To"] = next.Id.ToString() });
        Assert.Contains("Vēl nav pārrunātas", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'supervision.shiftHandedOver'")
        );

        var open = await App.ReadListAsync("SELECT id::text FROM supervision.alarm WHERE state <> 'closed'");
        Assert.Contains(alarm.ToString(), open);
        var done = await officer.PostAsync(
            "/monitoring/shift",
            [
                new(
                    "__RequestVerificationToken",
                    refused.Html.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!
                ),
                new("Version", refused.Html.QuerySelector("main [name='Version']")!.GetAttribute("value")!),
                new("To", next.Id.ToString()),
                .. open.Select(o => new KeyValuePair<string, string>("Confirmed", o)),
            ]
        );

        Assert.Contains("Maiņa nodota", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await App.ScalarAsync<long>(
                $"SELECT count(*) FROM supervision.shift WHERE officer = '{next.Id}' AND ended_at IS NULL"
            )
        );
        Assert.NotEqual(
            0,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'supervision.shiftBegun'")
        );
    }

    [Fact]
    public async Task Alarm_NotTakenInTime_GoesToTheCallList()
    {
        var (officer, alarm, _) = await AlarmAsync("alcohol");
        var calls = await officer.GetAsync("/monitoring/calls");
        var refused = await calls.SubmitAsync(new() { ["Name"] = "", ["Phone"] = "nav" }, "#add-call");
        Assert.Equal(2, refused.Errors.Count);
        await refused.SubmitAsync(new() { ["Name"] = "Dežurējošais", ["Phone"] = "+371 67000000" }, "#add-call");
        await App.ReadListAsync(
            $"UPDATE supervision.alarm SET received_at = received_at - interval '6 minutes' WHERE id = '{alarm}' RETURNING id"
        );

        var desk = await officer.GetAsync("/monitoring/alarms");

        Assert.Contains("Nav pārņemta laikā", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Dežurējošais", desk.Words, StringComparison.Ordinal);
        await (await officer.GetAsync("/monitoring/calls")).SubmitAsync(form: "form[action*='Remove']");
        Assert.Equal(
            2,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'supervision.callListChanged'")
        );
    }

    [Fact]
    public async Task Alarms_AreSeenByTheOwnOffice_AndWorkedByTheCentreAlone()
    {
        var (_, alarm, _) = await AlarmAsync("offRoute");
        var manager = await App.LoggedInAsAsync("caseManager");
        var far = await App.LoggedInAsAsync("caseManager", await App.OfficeAsync(2));
        var analyst = await App.LoggedInAsAsync("analyst");

        var seen = await manager.GetAsync($"/monitoring/alarms/{alarm}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Null(seen.Html.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/monitoring/alarms/{alarm}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/monitoring/alarms")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/monitoring/shift")).Status);
    }

    private Task<ReadPage> SendAsync(IReadOnlyList<ReportedEvent> events) =>
        App.Browser().SendAsync(served.Vendor.Request(VendorSimulator.Body(events), App.Now));

    private async Task<(PageBrowser Officer, Guid Alarm, Section Section)> AlarmAsync(string kind)
    {
        var officer = await App.LoggedInAsAsync("monitoringOfficer");
        var (section, serial) = await served.WornAsync(officer.StaffId!.Value);
        await SendAsync([new("first-" + serial, serial, kind, App.Now.AddMinutes(-1))]);
        var alarm = await App.ScalarAsync<Guid>(
            $"SELECT id FROM supervision.alarm WHERE event_id = 'first-{serial}' AND section_id = '{section.Id}'"
        );
        return (officer, alarm, section);
    }
}

/// <summary>The application with the vendor's key.</summary>
public sealed class MonitoringApp : IAsyncLifetime
{
    private const string Key = "a-shared-key-of-trials";
    private int _number;

    public PlusApp App { get; } = new(listens: false, b => b.Configuration["PLUS_MONITORING_KEY"] = Key);

    public VendorSimulator Vendor { get; } = new(Key);

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public static MeasureTerms Parole { get; } =
        new("parole")
        {
            ReleasedOn = new DateOnly(2026, 4, 1),
            Until = new DateOnly(2027, 4, 1),
            MonitoringMonths = 6,
        };

    /// <summary>A paroled client who wears a device since two days before now.</summary>
    public async Task<(Section Section, string Serial)> WornAsync(StaffId by)
    {
        var serial =
            "D-" + Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var section = await App.SectionAsync(Parole);
        var device = new MonitoringDevice("presence", serial);
        device.Enter(DeviceState.Attached);
        await App.SaveAsync(device);
        await App.SaveAsync(new DeviceStep(device.Id, section.Id, "attached", App.Now.AddDays(-2), by, null));
        return (section, serial);
    }
}
