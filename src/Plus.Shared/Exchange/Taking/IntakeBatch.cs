using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Figures;
using Plus.Law.Identity;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Exchange.Taking;

/// <summary>
/// Takes in one batch of lines, no two of which touch the same thing (<see cref="PreparedLine.Keys"/>). One process per
/// message; the caller holds the transaction. Made for one batch and one context.
/// </summary>
public sealed class IntakeBatch(
    PlusDb db,
    Processes processes,
    SectionOpening opening,
    FunctionDoors doors,
    TaskSync tasks,
    CurrentRules rules,
    PlusClock clock
)
{
    /// <summary>Lets intakes write one after another: each sees whom the one before made.</summary>
    public const long WriteLock = 0x494E54414B45;

    private readonly DocumentTaking _documents = new(db, opening);

    /// <summary>Takes the lines in and tells what became of each, in their order.</summary>
    public async Task<IReadOnlyList<LineOutcome>> TakeAsync(
        IReadOnlyList<PreparedLine> lines,
        Guid? run,
        CancellationToken ct,
        Guid? mendedFrom = null
    )
    {
        var connection = await LockAsync(ct);
        var known = await KnownMessages.LoadAsync(connection, lines, ct);
        var outcomes = new LineOutcome?[lines.Count];
        var rows = new Dictionary<int, IntakeMessage>();
        var taken = new List<TakenMessage>();
        using var bulk = new BulkProcesses(db, processes);
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = known.Answer(lines[i], out var conflict);
            if (outcomes[i] is not null)
            {
                continue;
            }

            // A line known by its hash a moment ago can only have been read again.
            var line = lines[i].Read is null ? PreparedLine.Of(lines[i].Source, known: false) : lines[i];
            var read = line.Read!;
            var row = line.RowOf(read, run, clock.Now);
            if (mendedFrom is { } quarantined)
            {
                row.MendOf(quarantined);
            }

            rows.Add(i, row);
            if (read.Content is { } content && conflict is null)
            {
                row.Read(content.Kind, content.SentAt, content.RefersTo);
                taken.Add(new TakenMessage(row, content));
            }
            else
            {
                Reject(bulk, row, read, conflict is null ? read.Reasons : [conflict]);
            }
        }

        await ApplyAsync(bulk, taken, ct);
        foreach (var (i, row) in rows)
        {
            outcomes[i] = LineOutcome.Of(lines[i].Source.Number, row);
        }

        return [.. outcomes.Select(o => o!)];
    }

    /// <summary>Gives a message received before its effect, after a human decided who its person is.</summary>
    /// <param name="row">Tracked by the context.</param>
    /// <param name="content">What it says.</param>
    /// <param name="same">The client it is; null for a new one.</param>
    /// <param name="ct">Stops it.</param>
    public async Task DecideAsync(IntakeMessage row, IntakeContent content, ClientId? same, CancellationToken ct)
    {
        await LockAsync(ct);
        using var bulk = new BulkProcesses(db, processes);
        var ground = await GroundAsync(ct);
        if (MessageKinds.RefersToAnother(content.Kind))
        {
            await ReferAsync(bulk, row, content, ground, same, ct);
        }
        else
        {
            var people = await KnownPeople.LoadAsync(db, [], same is { } id ? [id] : [], ground.SexualArticles, ct);
            ground.CaseNumbers = await new CaseNumbers(db).NextAsync(1, ground.Today, ct);
            var who = same is { } client ? people[client] : _documents.NewClient(content, ground);
            _documents.Take(row, content, who, ground);
            bulk.Complete(
                DocumentTaking.ProcessOf(IntakeProcesses.Taken, row, content),
                [row, .. same is null ? [] : who.Changeable]
            );
        }

        await WriteAsync(bulk, ground, ct);
        await ApplyWaitingAsync([content.MessageId], ct);
    }

    private async Task<NpgsqlConnection> LockAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", ct);
        return (NpgsqlConnection)db.Database.GetDbConnection();
    }

    private async Task<BatchGround> GroundAsync(CancellationToken ct)
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        return new BatchGround(
            clock.Today,
            clock.Now,
            await TerritoryMap.LoadAsync(db, ct),
            parameters,
            SexualOffences.Articles(clock.Today, parameters).ToHashSet()
        );
    }

    private async Task ApplyAsync(BulkProcesses bulk, List<TakenMessage> taken, CancellationToken ct)
    {
        if (taken.Count == 0)
        {
            await MustWriteAsync(bulk, ct);
            return;
        }

        var ground = await GroundAsync(ct);
        var referring = taken.FindAll(t => MessageKinds.RefersToAnother(t.Content.Kind));
        var documents = taken.FindAll(t => !MessageKinds.RefersToAnother(t.Content.Kind));
        await new DocumentBatch(db, _documents).TakeAsync(bulk, documents, ground, ct);
        await WriteAsync(bulk, ground, ct);
        if (referring.Count > 0)
        {
            await ReferAsync(referring, ground, ct);
        }

        await ApplyWaitingAsync([.. taken.Where(t => t.Row.ClientId is not null).Select(t => t.Content.MessageId)], ct);
    }

    // They share no record with the documents beside them or with each other: one after another, written together.
    private async Task ReferAsync(List<TakenMessage> referring, BatchGround before, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        using var bulk = new BulkProcesses(db, processes);
        var ground = before with { Changed = [] };
        foreach (var message in referring)
        {
            await ReferAsync(bulk, message.Row, message.Content, ground, null, ct);
        }

        await WriteAsync(bulk, ground, ct);
    }

    private async Task ReferAsync(
        BulkProcesses bulk,
        IntakeMessage row,
        IntakeContent content,
        BatchGround ground,
        ClientId? decided,
        CancellationToken ct
    )
    {
        if (content.Kind == MessageKinds.Correction)
        {
            ground.CaseNumbers = await new CaseNumbers(db).NextAsync(1, ground.Today, ct);
        }

        var corrections = new CorrectionTaking(db, doors, _documents) { Decided = decided };
        var type = await new ReferringTaking(db, doors, corrections).TakeAsync(row, content, ground, ct);
        if (db.Entry(row).State == EntityState.Detached)
        {
            db.Add(row);
        }

        bulk.CompleteAll(DocumentTaking.ProcessOf(type, row, content));
    }

    // What came before its original takes effect now, in the order in which it was sent.
    private async Task ApplyWaitingAsync(IReadOnlyList<Guid> arrived, CancellationToken ct)
    {
        var waiting =
            arrived.Count == 0
                ? []
                : await db.Set<IntakeMessage>()
                    .Where(m => m.Waiting && m.RefersTo != null && arrived.Contains(m.RefersTo.Value))
                    .OrderBy(m => m.SentAt)
                    .ThenBy(m => m.Id)
                    .Select(m => m.Id)
                    .ToListAsync(ct);
        foreach (var id in waiting)
        {
            db.ChangeTracker.Clear();
            using var bulk = new BulkProcesses(db, processes);
            var row = await db.Set<IntakeMessage>().SingleAsync(m => m.Id == id, ct);
            var content = MessageReader.Read(System.Text.Encoding.UTF8.GetBytes(row.Raw)).Content!;
            var ground = await GroundAsync(ct);
            await ReferAsync(bulk, row, content, ground, null, ct);
            await WriteAsync(bulk, ground, ct);
            await ApplyWaitingAsync([content.MessageId], ct);
        }
    }

    private async Task WriteAsync(BulkProcesses bulk, BatchGround ground, CancellationToken ct)
    {
        if (ground.Changed.Count > 0)
        {
            await tasks.AlignAsync(ground.Changed, ct);
        }

        await MustWriteAsync(bulk, ct);
    }

    private static async Task MustWriteAsync(BulkProcesses bulk, CancellationToken ct)
    {
        var written = await bulk.WriteAsync(ct);
        if (!written.Done)
        {
            throw new DbUpdateConcurrencyException("A record was changed by somebody while a message changed it.");
        }
    }

    private void Reject(BulkProcesses bulk, IntakeMessage row, ReadLine read, IReadOnlyList<IntakeReason> reasons)
    {
        row.Read(read.Kind, null, null);
        row.Become(
            IntakeState.Rejected,
            [.. reasons.Select(r => r.Code).Distinct()],
            IntakeReason.Write(reasons),
            null
        );
        db.Add(row);
        bulk.Complete(new ProcessStart(IntakeProcesses.Rejected) { Subject = row.Id });
    }
}
