using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Serving;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Tasks.Nightly;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Quartz;

namespace Plus.Shared.Tests.Jobs;

public sealed class NightlyScheduleTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task Night_AfterAContactWithoutOutcome_MakesTheTask_AndASecondRunChangesNothing()
    {
        var section = await app.SectionAsync(Forty);
        await app.SaveAsync(
            new Contact(ContactId.New(), section.ClientId, section.Id, "office", app.Now.AddHours(2), 30, null)
        );
        Assert.Equal(0, await Missing(section.Id));
        var now = app.Now;
        app.Now = now.AddDays(3);

        try
        {
            await using var scope = app.Scope();
            Assert.True(await NightlyAlignment.RunAsync(scope.ServiceProvider, CancellationToken.None) > 0);
            Assert.Equal(1, await Missing(section.Id));
            Assert.Equal(0, await NightlyAlignment.RunAsync(scope.ServiceProvider, CancellationToken.None));
        }
        finally
        {
            app.Now = now;
        }
    }

    [Fact]
    public async Task Schedule_OfTheServer_StandsInTheDatabase_AndRunsWithTheApplicationsRights()
    {
        var section = await app.SectionAsync(Forty);
        await app.SaveAsync(
            new Contact(
                ContactId.New(),
                section.ClientId,
                section.Id,
                "office",
                DateTimeOffset.UtcNow.AddDays(-9),
                30,
                null
            )
        );
        await using var server = PlusWebApp.Build(
            new ServeSettings(app.Database.AppConnectionString),
            builder => builder.WebHost.UseTestServer()
        );
        await server.StartAsync();
        var scheduler = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        await scheduler.TriggerJob(new JobKey("tasks.align", "nightly"));
        for (var i = 0; i < 100 && await Missing(section.Id) == 0; i++)
        {
            await Task.Delay(200);
        }

        Assert.Equal(1, await Missing(section.Id));
        Assert.True(await app.ScalarAsync<long>("SELECT count(*) FROM jobs.qrtz_cron_triggers") >= 2);
        await server.StopAsync();
    }

    private Task<long> Missing(SectionId section) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section}' AND kind = 'outcome_missing'"
        );
}
