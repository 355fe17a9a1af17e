using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Kernel.Time;
using Quartz;

namespace Plus.Shared.Jobs;

/// <summary>
/// Runs the nightly jobs that the doors name, each once a night in the whole service: the schedule stands in the database
/// and its nodes share it.
/// </summary>
public static class NightlySchedule
{
    private const string Group = "nightly";

    public static IServiceCollection AddNightlySchedule(
        this IServiceCollection services,
        ModuleList modules,
        string connectionString
    )
    {
        services.AddQuartz(schedule =>
        {
            schedule.UsePersistentStore(store =>
            {
                store.ConfigureStore(options => options.TablePrefix = "jobs.qrtz_");
                store.UsePostgres(connectionString);
                store.UseClustering(_ => { });
            });
            foreach (var job in modules.All.SelectMany(m => m.Jobs))
            {
                Add(schedule, job);
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void Add(IQuartzBuilder schedule, NightlyJob job)
    {
        var key = new JobKey(job.Code, Group);
        schedule.AddJob<NightlyRun>(configure => configure.WithIdentity(key).StoreDurably());
        var cron = string.Create(CultureInfo.InvariantCulture, $"0 {job.At.Minute} {job.At.Hour} * * ?");
        schedule.AddTrigger<NightlyRun>(configure =>
            configure
                .ForJob(key)
                .WithIdentity(job.Code, Group)
                .WithCronSchedule(cron, at => at.InTimeZone(PlusClock.Zone))
        );
    }
}
