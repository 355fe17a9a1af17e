using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>An alarm opens what answering it takes, to who answers it, for a while; and who decides about asking in need.</summary>
public sealed class AlarmOpeningTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task AnAlarm_OpensEvenAProtectedRecord_WithItsPurpose_AndClosesAfterwards()
    {
        var person = await app.PersonAsync("Laila", "Trauksmes");
        await app.SaveAsync(Closed(person, RestrictionKind.Protected));
        var officer = await app.StaffAsync("monitoringOfficer");
        var browser = await app.LoggedInAsAsync(officer);
        browser.StatesPurpose = false;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(person.Href)).Status);
        var alarm = Guid.CreateVersion7();

        Assert.True(await OpenAsync(alarm, person, officer.Id));
        Assert.True(await OpenAsync(alarm, person, officer.Id));
        Assert.Contains("Trauksmes", (await browser.GetAsync(person.Href)).Text, StringComparison.Ordinal);
        Assert.Equal(
            ["alarm"],
            await app.ReadListAsync(
                $"SELECT purpose FROM audit.view WHERE actor_id = '{officer.Id}' AND kind = 'consult' AND '{person.Client.Id}' = ANY (clients)"
            )
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.alarmOpened' AND client_id = '{person.Client.Id}'"
            )
        );

        await using (var scope = app.Scope())
        {
            Assert.True(
                (await scope.ServiceProvider.GetRequiredService<AlarmOpenings>().EndAsync(alarm, default)).Done
            );
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(person.Href)).Status);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.alarmEnded' AND subject_id = '{alarm}'"
            )
        );
    }

    [Fact]
    public async Task AnAlarm_OpensNothingToWhoIsShutOut_OrHasNothingToDoWithMonitoring()
    {
        var person = await app.PersonAsync("Maija", "Atraidītā");
        var (kin, clerk) = (await app.StaffAsync("monitoringOfficer"), await app.StaffAsync("registryClerk"));
        await app.SaveAsync(Closed(person, RestrictionKind.Exclude, kin.Id));

        Assert.False(await OpenAsync(Guid.CreateVersion7(), person, kin.Id));
        Assert.False(await OpenAsync(Guid.CreateVersion7(), person, clerk.Id));
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM access.opened_record WHERE client_id = '{person.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task WhatWasAskedInNeed_IsDecidedInItsOffice_NotElsewhere_NotByWhoIsShutOut()
    {
        var person = await app.PersonAsync("Nora", "Izlemjamā");
        var (kin, head) = (await app.StaffAsync("caseManager"), await app.StaffAsync("officeHead"));
        await app.SaveAsync(Closed(person, RestrictionKind.Exclude, kin.Id, head.Id));
        var asking = await app.LoggedInAsAsync(kin);
        await (await asking.GetAsync("/open-in-need")).SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Purpose"] = "clientCame",
                ["Reason"] = "Klients ieradās mūsu nodaļā",
            },
            "form[novalidate]"
        );
        foreach (
            var (browser, decides) in new[]
            {
                (await app.LoggedInAsAsync(head), false),
                (await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(1)), false),
                (await app.LoggedInAsAsync("officeHead"), true),
                (await app.LoggedInAsAsync("dataProtectionOfficer"), true),
            }
        )
        {
            var queue = await browser.GetAsync("/access/openings");
            Assert.Equal(decides, queue.Text.Contains(person.Case.Number, StringComparison.Ordinal));
            var id = await app.ScalarAsync<Guid>(
                $"SELECT id FROM access.opened_record WHERE client_id = '{person.Client.Id}'"
            );
            if (!decides)
            {
                var forced = await browser.PostAsync(
                    "/access/openings?handler=Decide",
                    [
                        new(
                            "__RequestVerificationToken",
                            (await browser.GetAsync("/profile"))
                                .Html.QuerySelector("input[name=__RequestVerificationToken]")!
                                .GetAttribute("value")!
                        ),
                        new("id", id.ToString()),
                        new("version", "1"),
                        new("consents", "true"),
                    ]
                );
                Assert.Equal(HttpStatusCode.NotFound, forced.Status);
            }
        }

        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM access.opened_record WHERE client_id = '{person.Client.Id}' AND opened_at IS NOT NULL"
            )
        );
    }

    private async Task<bool> OpenAsync(Guid alarm, People.Person person, StaffId answers)
    {
        await using var scope = app.Scope();
        var openings = scope.ServiceProvider.GetRequiredService<AlarmOpenings>();
        return (await openings.OpenAsync(alarm, person.Client.Id, answers, default)).Done;
    }

    private static ClientRestriction Closed(People.Person person, RestrictionKind kind, params StaffId[] people) =>
        new(person.Client.Id, kind, people, "protected", null, new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31));
}
