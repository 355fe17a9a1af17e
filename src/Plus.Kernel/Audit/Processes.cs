using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Kernel.Audit;

/// <summary>
/// The only way to save. What the context tracks and the process row that tells of it commit together; when
/// nothing changed, nothing is written.
/// </summary>
public sealed class Processes(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    /// <summary>Commits the tracked changes as one process.</summary>
    /// <returns>Done, or <see cref="ChangedMeanwhile"/> when a record was changed since it was read.</returns>
    public async Task<Outcome<Unit>> CommitAsync(ProcessStart start, CancellationToken ct = default)
    {
        db.ChangeTracker.DetectChanges();
        var changes = ChangeSnapshot.Of(db);
        if (changes is null && !db.ChangeTracker.HasChanges())
        {
            return Unit.Value;
        }

        db.Add(Row(start, changes));
        return await SaveAsync(ct);
    }

    /// <summary>Saves what is tracked; the process rows of it are among it or written already.</summary>
    internal async Task<Outcome<Unit>> SaveAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(ct);
            return Unit.Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new ChangedMeanwhile();
        }
    }

    // What is saved may move a client out of one's own reach (a transfer, a first section elsewhere): who was within it
    // when read stays so until this is committed.
    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            db.InProcess = true;
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
            db.Held = staff.Reach.IsSystem ? [] : HeldClients.Of(db);
            if (db.Held.Count > 0 && db.Database.CurrentTransaction is not null && db.Wall is { } wall)
            {
                await using var enter = WallInterceptor.EnterCommand(db.Database.GetDbConnection(), wall);
                await enter.ExecuteNonQueryAsync(ct);
            }

            await db.SaveChangesAsync(ct);
        }
        finally
        {
            db.InProcess = false;
            db.Held = [];
        }
    }

    /// <summary>Writes that something was done that changes no record: the audit was looked at, a file was handed over.</summary>
    public async Task NoteAsync(ProcessStart start, CancellationToken ct = default)
    {
        if (db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Something changed: commit it as a process.");
        }

        db.Add(Row(start, null));
        await WriteAsync(ct);
    }

    /// <summary>
    /// Saves bookkeeping that is no personal data and no decision (drafts, stored list queries, job progress).
    /// Throws when anything else is tracked.
    /// </summary>
    public async Task SaveBookkeepingAsync(CancellationToken ct = default)
    {
        db.ChangeTracker.DetectChanges();
        if (ChangeSnapshot.Of(db) is not null)
        {
            throw new InvalidOperationException("Only records marked as unaudited may be saved without a process.");
        }

        await WriteAsync(ct);
    }

    internal ProcessRow Row(ProcessStart start, string? changes) =>
        new()
        {
            At = clock.Now,
            OnDay = start.OnDay ?? clock.Today,
            Type = start.Type.Code,
            ActorId = staff.Current.Id,
            Source = staff.Source,
            ClientId = start.Client,
            SectionId = start.Section,
            SubjectId = start.Subject,
            Reason = start.Reason,
            LegalBasis = start.LegalBasis,
            OnTimeline = start.Type.OnTimeline,
            Values = start.Values is null ? null : JsonSerializer.Serialize(start.Values, ValuesOptions),
            Changes = changes,
        };

    private static readonly JsonSerializerOptions ValuesOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
