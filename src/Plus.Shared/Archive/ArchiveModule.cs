using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Archive.Overview;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Archive.Reading;
using Plus.Shared.Archive.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Archive;

/// <summary>The archive database: closed cases go there by a rule, are read there, and come back when they are reopened.</summary>
public sealed class ArchiveModule : PlusModule
{
    /// <summary>See how much lies in the archive and let it work: numbers alone.</summary>
    public const string View = "archive.view";

    /// <summary>Bring a case back without reopening it.</summary>
    public const string BringBack = "archive.bringBack";

    public override string Code => "archive";

    public override IEnumerable<Permission> Permissions => [new(View), new(BringBack) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [CaseMover.Moved, CaseReturn.Returned, BringBackHandler.Asked];

    public override IEnumerable<NightlyJob> Jobs => [ArchiveNight.Job];

    public override IEnumerable<string> KeptAtHand => ["archive.*"];

    public override void Services(IServiceCollection services)
    {
        // The host names the real one; a tool without it moves nothing.
        services.TryAddSingleton(ArchiveDatabase.None);
        services.AddScoped<ArchivePlanner>();
        services.AddScoped<DueCases>();
        services.AddScoped<ArchiveLeftovers>();
        services.AddScoped<ReachCopies>();
        services.AddScoped<CaseMover>();
        services.AddScoped<CaseReturn>();
        services.AddSingleton<ArchiveRun>();
        services.AddScoped<ArchiveNumbers>();
        services.AddScoped<ArchivedCases>();
        services.AddScoped<BringBackHandler>();
        services.AddSingleton(new MenuItem("archive.menu", "/archive", View, 865));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ArchivedCaseTable());
        model.ApplyConfiguration(new ArchiveLeftoverTable());
        model.ApplyConfiguration(new KeptFileTable());
        model.ApplyConfiguration(new KeptAmountTable());
    }
}

/// <summary>The nightly work: for so long as the night lasts; what is left waits for the next.</summary>
internal static class ArchiveNight
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    public static NightlyJob Job { get; } = new("archive.move", new TimeOnly(1, 40), RunAsync);

    private static Task RunAsync(IServiceProvider services, CancellationToken ct) =>
        services
            .GetRequiredService<ArchiveRun>()
            .MoveAsync(services.GetRequiredService<PlusClock>().Now + Longest, null, ct);
}
