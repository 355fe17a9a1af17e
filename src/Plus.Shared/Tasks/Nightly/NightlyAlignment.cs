using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Tasks.Nightly;

/// <summary>
/// Brings the tasks of every open section in line with the new day: what time alone changes (an outcome is missing, a
/// week was too short, a term ends). Batch by batch, each in a scope of its own, so that it can be stopped and run again.
/// </summary>
internal static class NightlyAlignment
{
    private const int BatchSize = 400;

    public static NightlyJob Job { get; } = new("tasks.align", new TimeOnly(0, 20), (s, ct) => RunAsync(s, ct));

    /// <returns>How many task rows were added, changed or removed.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PlusDb>();
        // A section that was closed by other means than its pages may still have tasks; they go too.
        var ids = await db.Set<Section>()
            .Where(s =>
                (s.ClosedOn == null && s.AnnulledOn == null) || db.Set<DueTaskRow>().Any(t => t.SectionId == s.Id)
            )
            .Select(s => s.Id)
            .ToListAsync(ct);
        var changed = 0;
        foreach (var batch in ids.Chunk(BatchSize))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            using var system = scope.ServiceProvider.GetRequiredService<StaffAccessor>().AsSystem("job " + Job.Code);
            changed += await scope.ServiceProvider.GetRequiredService<TaskSync>().AlignAsync(batch, ct);
            await scope.ServiceProvider.GetRequiredService<Processes>().SaveBookkeepingAsync(ct);
        }

        return changed;
    }
}
