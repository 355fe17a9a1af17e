using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Drafts.Records;

namespace Plus.Shared.Drafts.Keeping;

/// <summary>Drops drafts and stored queries that nobody came back to: they hold personal data.</summary>
internal static class DraftCleaning
{
    /// <summary>Days for which a draft or a stored query is kept.</summary>
    public const int KeptDays = 90;

    public static NightlyJob Job { get; } = new("drafts.clean", new TimeOnly(2, 10), RunAsync);

    private static Task RunAsync(IServiceProvider services, CancellationToken ct) =>
        RunAsync(services.GetRequiredService<PlusDb>(), services.GetRequiredService<PlusClock>(), ct);

    public static async Task RunAsync(PlusDb db, PlusClock clock, CancellationToken ct)
    {
        var before = clock.Now.AddDays(-KeptDays);
        await db.Set<Draft>().Where(d => d.SavedAt < before).ExecuteDeleteAsync(ct);
        await db.Set<StoredQuery>().Where(q => q.SavedAt < before).ExecuteDeleteAsync(ct);
    }
}
