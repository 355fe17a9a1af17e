using Plus.Browser.Tests.Browsing;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;

namespace Plus.Browser.Tests.Journeys;

/// <summary>A year of parole with electronic monitoring, from the ruling to the closing, by its case manager.</summary>
public sealed class ParoleYearTests(Chromium chromium, ServedPlus plus)
    : SupervisionJourneys(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public async Task Parolee_IsMonitoredWorksTravelsAndIsClosed()
    {
        On(2026, 4, 15);
        var manager = await App.StaffAsync("caseManager");
        var section = (
            await App.SectionAsync(
                new MeasureTerms("parole")
                {
                    ReleasedOn = new DateOnly(2026, 4, 1),
                    Until = new DateOnly(2027, 4, 1),
                    MonitoringMonths = 6,
                },
                manager.Id
            )
        ).Id;
        var device = new MonitoringDevice("presence", "J-1");
        await App.SaveAsync(device);
        var monitoring = $"/functions/supervision/{section}/monitoring";
        var page = await AgainAsync(manager);

        await FillAsync(page, $"/sections/{section}/register", ("Day", "2.4.26"));
        await FillAsync(
            page,
            monitoring + "/suitability",
            ("VisitedOn", "10.4.26"),
            ("HasHome", "true"),
            ("HasElectricity", "true"),
            ("HouseholdConsents", "true"),
            ("Note", "Dzīvo ar māti")
        );
        foreach (var (step, time) in new[] { ("issued", "10"), ("attached", "11") })
        {
            await FillAsync(
                page,
                monitoring + "/device",
                ("Step", step),
                ("Device", device.Id.ToString()),
                ("Day", "14.4.26"),
                ("Time", time)
            );
        }

        await SaysAsync(page, "Pēdējā diena: 14.10.2026");
        await FillAsync(
            page,
            monitoring + "/hours",
            ("Weekdays", "1"),
            ("From", "7"),
            ("To", "17"),
            ("Purpose", "work")
        );
        await FillAsync(
            page,
            $"/sections/{section}/obligations/new",
            ("Kind", "substance_ban"),
            ("Wording", "Nelietot alkoholu"),
            ("From", "15.4.26"),
            ("DecidedOn", "15.4.26")
        );
        await FillAsync(
            page,
            $"/sections/{section}/applications/new",
            ("Kind", "work_change"),
            ("From", "13.4.26"),
            ("Place", "SIA Darbs"),
            ("Employment", "employed")
        );
        var notice = page.Path();
        await FillAsync(page, notice + "/decide", ("Outcome", "noted"));
        // What was told of work stands in the form of employment already.
        await FillAsync(page, monitoring + "/employment", ("Evidence", "contract"), ("Note", "Līgums uzrādīts"));
        await SaysAsync(page, "Strādā no 13.04.2026, SIA Darbs");

        On(2026, 10, 15);
        page = await AgainAsync(manager);
        await FillAsync(
            page,
            monitoring + "/device",
            ("Step", "returned"),
            ("Device", device.Id.ToString()),
            ("Day", "14.10.26"),
            ("Time", "12")
        );
        await FillAsync(
            page,
            $"/sections/{section}/applications/new",
            ("Kind", "foreign_travel"),
            ("From", "1.11.26"),
            ("To", "20.11.26"),
            ("Place", "Vācija")
        );
        var journey = page.Path();
        await SaysAsync(page, "prombūtne ir 20 dienu");
        await FillAsync(
            page,
            journey + "/decide",
            ("Outcome", "granted"),
            ("DecisionNumber", "A-1/26"),
            ("Conditions", "Zvanīt reizi nedēļā")
        );

        On(2026, 11, 21);
        page = await AgainAsync(manager);
        await page.OpenAsync("/week");
        await FillAsync(page, journey + "/happened", ("HappenedOn", "20.11.26"), ("Note", "Zvans"));
        await SaysAsync(page, "Atgriezies");

        On(2027, 4, 2);
        page = await AgainAsync(manager);
        await CloseAsync(
            page,
            section,
            ["Noslēguma ziņojums", "vienīgā atvērtā sekcija", "Kas jāpaziņo klientam"],
            ("Outcome", "completed_successfully"),
            ("Day", "1.4.27")
        );
        Assert.Equal("closed completed_successfully", await StateAsync(section));
        Assert.Equal(0, await TasksAsync(section));
    }
}
