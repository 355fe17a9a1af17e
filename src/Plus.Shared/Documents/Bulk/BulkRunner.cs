using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Bulk;

/// <summary>Goes through runs of letters to many, a few at a time; what was made stays made, and a stop goes on where it was.</summary>
public sealed class BulkRunner(IServiceScopeFactory scopes, PlusClock clock, ILogger<BulkRunner> log)
{
    private const int AtOnce = 20;
    private const int Together = 4;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Makes everything that waits.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        while (await TakeAsync(ct) is { } id)
        {
            await StepAsync(id, ct);
        }
    }

    private async Task<Guid?> TakeAsync(CancellationToken ct)
    {
        await using var scope = Begin(null);
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var (now, until) = (clock.Now, clock.Now + Hold);
        var taken = await db
            .Database.SqlQuery<Guid>(
                $"""
                UPDATE documents.bulk_run SET held_until = {until}
                WHERE id = (SELECT id FROM documents.bulk_run
                            WHERE done < cardinality(sections) AND (held_until IS NULL OR held_until < {now})
                            ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(ct);
        return taken.Count == 0 ? null : taken[0];
    }

    private async Task StepAsync(Guid id, CancellationToken ct)
    {
        await using var look = Begin(null);
        var db = look.ServiceProvider.GetRequiredService<PlusDb>();
        var run = await db.Set<BulkRun>().SingleAsync(r => r.Id == id, ct);
        var failed = 0;
        var next = run.Sections.Skip(run.Done).Take(AtOnce).Select(SectionId.From).ToList();
        var template = await db.Set<Template>().AsNoTracking().SingleAsync(t => t.Id == run.TemplateId, ct);
        var clients = await db.Set<Section>()
            .Where(s => next.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.ClientId, ct);
        // Most of a letter's time is waiting for the disk to have it: some wait together.
        await Parallel.ForEachAsync(
            next,
            new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = ct },
            async (section, own) =>
            {
                try
                {
                    if (!await MakeAsync(run, template, section, clients[section], own))
                    {
                        Interlocked.Increment(ref failed);
                    }
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogError(failure, "A letter of run {Run} could not be made", id);
                    Interlocked.Increment(ref failed);
                }
            }
        );

        run.Step(next.Count, failed);
        run.LetGo();
        await look.ServiceProvider.GetRequiredService<Processes>().SaveBookkeepingAsync(ct);
    }

    private async Task<bool> MakeAsync(
        BulkRun run,
        Template template,
        SectionId section,
        ClientId client,
        CancellationToken ct
    )
    {
        await using var scope = Begin(run.StartedBy);
        var maker = scope.ServiceProvider.GetRequiredService<MakeDocumentHandler>();
        var made = await maker.MakeAsync(
            new WantedDocument(template.Id, client, section, template.TitleLv, null, new Dictionary<string, object?>())
            {
                To = template.RecipientKind == "person" ? "client" : "issuer",
                WithPdf = run.WithPdf,
            },
            ct
        );
        return made.Done;
    }

    // The service works for who started it: what they may reach was looked at when they did.
    private AsyncServiceScope Begin(StaffId? person)
    {
        var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = "bulk";
        staff.Current = new CurrentStaff
        {
            Id = person,
            Permissions = new Dictionary<string, AccessScope>(StringComparer.Ordinal)
            {
                [DocumentPermissions.Work] = AccessScope.Service,
            },
            Reach = Reach.System("bulk"),
        };
        return scope;
    }
}
