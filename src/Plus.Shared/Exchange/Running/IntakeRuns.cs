using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Running;

/// <summary>Begins runs and finds those that were stopped.</summary>
public sealed class IntakeRuns(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    private const int FingerprintOf = 1 << 20;

    /// <summary>The unfinished run of this very file, or a new one.</summary>
    public async Task<IntakeRun> BeginOrResumeAsync(string channel, string path, CancellationToken ct)
    {
        var (bytes, fingerprint) = await LookAtAsync(path, ct);
        var stopped = await db.Set<IntakeRun>()
            .AsNoTracking()
            .Where(r =>
                r.StoredPath == path
                && r.Bytes == bytes
                && r.Fingerprint == fingerprint
                && r.State != IntakeRunState.Done
            )
            .OrderByDescending(r => r.StartedAt)
            .FirstOrDefaultAsync(ct);
        return stopped ?? await BeginAsync(channel, path, ct);
    }

    public async Task<IntakeRun> BeginAsync(string channel, string path, CancellationToken ct)
    {
        var (bytes, fingerprint) = await LookAtAsync(path, ct);
        var run = new IntakeRun(Guid.CreateVersion7(), channel, path, bytes, fingerprint, staff.Current.Id, clock.Now);
        db.Add(run);
        await processes.SaveBookkeepingAsync(ct);
        return run;
    }

    private static async Task<(long Bytes, string Fingerprint)> LookAtAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var beginning = new byte[Math.Min(FingerprintOf, file.Length)];
        await file.ReadExactlyAsync(beginning, ct);
        return (file.Length, Convert.ToHexStringLower(SHA256.HashData(beginning)));
    }
}
