using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.Pdf;

/// <summary>Takes PDFs that wait, a batch at a time; several workers do not meet. What a batch spoils is tried alone.</summary>
public sealed class PdfRunner(IServiceScopeFactory scopes, PdfProgram program, PlusClock clock)
{
    /// <summary>Documents in one start of the program.</summary>
    public const int Batch = 40;

    private const int MostAttempts = 3;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Makes everything that waits. Returns how many were made.</summary>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        var made = 0;
        while (program.IsThere && !ct.IsCancellationRequested)
        {
            var (taken, done) = await BatchAsync(ct);
            made += done;
            if (taken == 0)
            {
                break;
            }
        }

        return made;
    }

    private async Task<(int Taken, int Made)> BatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = "pdf";
        using var system = staff.AsSystem("pdf");
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var ids = await TakeAsync(db, ct);
        if (ids.Count == 0)
        {
            return (0, 0);
        }

        var files = scope.ServiceProvider.GetRequiredService<DocumentFiles>();
        var jobs = await db.Set<PdfJob>().Where(j => ids.Contains(j.Id)).ToListAsync(ct);
        var versions = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .Where(v => jobs.Select(j => j.VersionId).Contains(v.Id))
            .ToDictionaryAsync(v => v.Id, v => v.FileId, ct);
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            documents[job.Id.ToString("N")] = await files.ReadAsync(versions[job.VersionId], ct);
        }

        var pdfs = await program.ConvertAsync(documents, ct);
        foreach (var job in jobs)
        {
            if (pdfs.TryGetValue(job.Id.ToString("N"), out var pdf))
            {
                job.Made((await files.PutMadeAsync(pdf, MediaTypes.Pdf, ct)).Id);
            }
            else
            {
                job.Missed(MostAttempts);
            }
        }

        await scope.ServiceProvider.GetRequiredService<Processes>().SaveBookkeepingAsync(ct);
        return (ids.Count, pdfs.Count);
    }

    // One that failed before comes alone, so that it spoils no other.
    private async Task<List<Guid>> TakeAsync(PlusDb db, CancellationToken ct)
    {
        var (now, until) = (clock.Now, clock.Now + Hold);
        return await db
            .Database.SqlQuery<Guid>(
                $"""
                WITH first AS (
                    SELECT id, attempts FROM documents.pdf_job
                    WHERE state = 'waiting' AND (held_until IS NULL OR held_until < {now})
                    ORDER BY attempts, created_at LIMIT {Batch} FOR UPDATE SKIP LOCKED
                ), taken AS (
                    SELECT id FROM first WHERE attempts = 0
                    UNION ALL
                    (SELECT id FROM first WHERE NOT EXISTS (SELECT FROM first f WHERE f.attempts = 0) LIMIT 1)
                )
                UPDATE documents.pdf_job SET held_until = {until}, attempts = attempts + 1
                WHERE id IN (SELECT id FROM taken) RETURNING id AS "Value"
                """
            )
            .ToListAsync(ct);
    }
}
