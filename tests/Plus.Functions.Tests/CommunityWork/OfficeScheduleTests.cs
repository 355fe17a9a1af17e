using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Functions.CommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Planning;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Schedules of a whole office, and a host's month at a glance.</summary>
public sealed class OfficeScheduleTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Office_IsSeenFirst_ThenPlanned_StoppedMidwayAndResumed_EachWithItsResult()
    {
        var office = await app.OfficeAsync(2);
        var host = await app.HostAsync("Meži", new DateOnly(2025, 1, 1), office: office);
        var placed = new List<Section>();
        for (var i = 0; i < 4; i++)
        {
            placed.Add(await MovedAsync(await app.SentAsync(host), office));
        }

        var done = await MovedAsync(await app.SentAsync(host), office);
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE community_work.sentence SET imposed_minutes = 60 WHERE section_id = '{done.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        await app.SaveAsync(new HoursEntry(done.Id, host, new DateOnly(2026, 4, 14), 60, 0, null, false, null));
        var without = await MovedAsync(await app.SectionAsync(HostArrangement.Forty), office, registered: true);
        var head = await app.LoggedInAsAsync("officeHead", office);

        var page = await head.GetAsync("/work-hours/schedules");
        var seen = await page.SubmitAsync(new() { ["Input.From"] = "04.05.2026" }, button: "Apskatīt");
        Assert.Contains(
            "Gatavi plānošanai: 5; jau ieplānoti: 0; bez darba vietas: 1",
            seen.Words,
            StringComparison.Ordinal
        );
        Assert.True(await app.ViewsAsync(without.ClientId, "workHours.enter") > 0);
        var run = await seen.SubmitAsync(button: "Sagatavot 5 grafikus");
        Assert.StartsWith("/work-hours/schedules/", run.Path, StringComparison.Ordinal);

        // As if the server had stopped after two: the rest waits, and nothing is planned twice.
        var runner = app.Services.GetRequiredService<ScheduleRunner>();
        Assert.Equal(2, await runner.LookAsync(2, CancellationToken.None));
        Assert.Contains("Gaida", (await head.GetAsync(run.Path)).Words, StringComparison.Ordinal);
        await runner.LookAsync(null, CancellationToken.None);
        Assert.Equal(0, await runner.LookAsync(null, CancellationToken.None));

        var finished = await head.GetAsync(run.Path);
        Assert.Contains("Nav sagatavots", finished.Words, StringComparison.Ordinal);
        foreach (var section in placed)
        {
            Assert.Equal(
                2400L,
                await app.ScalarAsync<long>(
                    $"SELECT sum(minutes)::bigint FROM work_hours.planned_day WHERE section_id = '{section.Id}'"
                )
            );
            Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.scheduled"));
        }

        Assert.Equal(
            head.StaffId!.Value.Value,
            await app.ScalarAsync<Guid>(
                $"SELECT actor_id FROM audit.process WHERE section_id = '{placed[0].Id}' AND type = 'workHours.scheduled'"
            )
        );
        var other = await app.LoggedInAsAsync("officeHead", office);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(run.Path)).Status);
        var planned = await (await head.GetAsync("/work-hours/schedules")).SubmitAsync(
            new() { ["Input.From"] = "04.05.2026" },
            button: "Apskatīt"
        );
        Assert.Contains("jau ieplānoti: 4", planned.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_BeginningInThePast_OrAnothers_IsRefused()
    {
        var head = await app.AsAsync("officeHead");
        var page = await head.GetAsync("/work-hours/schedules");

        var past = await page.SubmitAsync(new() { ["Input.From"] = "01.04.2026" }, button: "Apskatīt");
        Assert.Single(past.Errors);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await page.SubmitAsync(new() { ["Input.Office"] = (await app.OfficeAsync(1)).ToString() })).Status
        );
        var analyst = await app.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/work-hours/schedules")).Status);
    }

    [Fact]
    public async Task HostsMonth_ShowsWhoCame_WhoDidNot_AndWhetherItIsSigned()
    {
        var host = await app.HostAsync("Parki", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host, null, "2026-04-13", "2026-04-14", "2026-04-15");
        var manager = await app.AsAsync("caseManager");
        await (await manager.GetAsync($"/partners/{host}/sheet?week=2026-04-13")).SubmitAsync(
            new() { [$"W-{section.Id}-2026-04-13"] = "2" },
            form: "form[action*='sheet']"
        );
        await (await manager.GetAsync($"/sections/{section.Id}/breaches/new")).SubmitAsync(
            new()
            {
                ["Input.Kind"] = "work",
                ["Input.Attended"] = "no",
                ["Input.OccurredOn"] = "14.04.2026",
                ["Input.Description"] = "Neieradās",
            }
        );

        var month = await (await manager.GetAsync($"/partners/{host}")).ClickAsync("Mēneša pārskats");

        Assert.Contains("Nostrādāts: 2:00", month.Words, StringComparison.Ordinal);
        Assert.Contains("Neierašanās: 1", month.Words, StringComparison.Ordinal);
        Assert.Contains("Mēnesis nav parakstīts", month.Words, StringComparison.Ordinal);
        Assert.True(await app.ViewsAsync(section.ClientId, "workHours.enter") > 0);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));
        Assert.DoesNotContain(
            section.Id.ToString(),
            (await elsewhere.GetAsync($"/partners/{host}/month?month=2026-04-01")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.AsAsync("analyst")).GetAsync($"/partners/{host}/month")).Status
        );
    }

    private async Task<Section> MovedAsync(Section section, OfficeId office, bool registered = false)
    {
        var more = registered ? ", registered_on = '2026-04-13', state = 'registered'" : "";
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET office_id = '{office}'{more} WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        return section;
    }
}
