using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Journal.Records;

namespace Plus.Shared.Journal.Notes;

/// <summary>A note as typed.</summary>
/// <param name="OnDay">The day it tells of.</param>
internal sealed record NoteInput(DateOnly OnDay, string Text, SectionId? Section, string Kind);

/// <summary>Writes notes. A note is never changed: its correction is a new note that names it.</summary>
internal sealed class NoteHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Written = new("journal.noteWritten", OnTimeline: true);
    public static readonly ProcessType Corrected = new("journal.noteCorrected", OnTimeline: true);

    public static IReadOnlyList<string> Kinds { get; } = ["note", "information", "registerAnswer"];

    public Task<Outcome<Unit>> WriteAsync(ClientId client, NoteInput input, CancellationToken ct) =>
        AddAsync(client, input, null, ct);

    public async Task<Outcome<Unit>> CorrectAsync(ClientId client, Guid noteId, NoteInput input, CancellationToken ct)
    {
        if (await FindAsync(client, noteId, ct) is not { } note)
        {
            return new NoSuchRecord();
        }

        return await db.Set<JournalEntry>().AnyAsync(e => e.Corrects == noteId, ct)
            ? new NoteIsCorrectedAlready()
            : await AddAsync(client, input with { Section = note.SectionId, Kind = note.Kind }, note, ct);
    }

    /// <summary>A note of a client within reach.</summary>
    public async Task<JournalEntry?> FindAsync(ClientId client, Guid noteId, CancellationToken ct) =>
        await db.ReachesAsync(staff.Current, JournalPermissions.Write, client, ct)
            ? await db.Set<JournalEntry>()
                .AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == noteId && e.ClientId == client, ct)
            : null;

    private async Task<Outcome<Unit>> AddAsync(
        ClientId client,
        NoteInput input,
        JournalEntry? corrected,
        CancellationToken ct
    )
    {
        if (!await db.ReachesAsync(staff.Current, JournalPermissions.Write, client, ct))
        {
            return new NoSuchRecord();
        }

        if (input.OnDay > clock.Today)
        {
            return new NoteTellsOfTheFuture();
        }

        if (
            !Kinds.Contains(input.Kind)
            || (
                input.Section is { } id
                && !await db.Set<Section>().AnyAsync(s => s.Id == id && s.ClientId == client, ct)
            )
        )
        {
            return new NoSuchRecord();
        }

        var entry = new JournalEntry(
            Guid.CreateVersion7(),
            client,
            input.Section,
            input.Kind,
            input.OnDay,
            input.Text.Trim(),
            staff.Current.Id,
            clock.Now
        );
        if (corrected is not null)
        {
            entry.Correction(corrected.Id);
        }

        db.Add(entry);
        return await processes.CommitAsync(
            new ProcessStart(corrected is null ? Written : Corrected)
            {
                Client = client,
                Section = input.Section,
                Subject = entry.Id,
                OnDay = input.OnDay,
                Values = new Dictionary<string, object?> { ["kind"] = input.Kind, ["corrected"] = corrected?.OnDay },
            },
            ct
        );
    }
}

/// <summary>A note tells of what has happened.</summary>
internal sealed record NoteTellsOfTheFuture() : Refusal("journal.note.future")
{
    public override string? Field => "OnDay";
}

/// <summary>The newest correction is the one to be corrected.</summary>
internal sealed record NoteIsCorrectedAlready() : Refusal("journal.note.correctedAlready", RefusalKind.Conflict);
