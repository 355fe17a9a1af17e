using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Taking;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>Computes the tasks of the open sections that came, once everything about them has come.</summary>
internal static class TakeoverTasks
{
    private const int Batch = 500;

    public static async Task AlignAsync(IServiceScopeFactory scopes, TakeoverGround ground, CancellationToken ct)
    {
        foreach (var sections in (await OpenAsync(scopes, ground, ct)).Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            using var system = scope.ServiceProvider.GetRequiredService<StaffAccessor>().AsSystem("takeover");
            await scope.ServiceProvider.GetRequiredService<TaskSync>().AlignAsync(sections, ct);
            await scope.ServiceProvider.GetRequiredService<Processes>().SaveBookkeepingAsync(ct);
        }
    }

    private static async Task<List<SectionId>> OpenAsync(
        IServiceScopeFactory scopes,
        TakeoverGround ground,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        using var system = scope.ServiceProvider.GetRequiredService<StaffAccessor>().AsSystem("takeover");
        var ids = await scope
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Database.SqlQuery<Guid>(
                $"""
                SELECT s.id AS "Value" FROM takeover.taken_row r JOIN cases.section s ON s.id = r.plus_id
                WHERE r.source = {ground.Source} AND r.table_code = 'sections' AND r.seen_run = {ground.Run}
                  AND s.closed_on IS NULL AND s.annulled_on IS NULL
                ORDER BY s.id
                """
            )
            .ToListAsync(ct);
        return ids.ConvertAll(i => new SectionId(i));
    }
}
