using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Correspondence;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.MailRoom.Taking;

/// <summary>Registers what came in: files into the store, the day by which to answer, a number, one process.</summary>
public sealed class IncomingTaking(PlusDb db, Processes processes, FileStore files, CurrentRules rules, PlusClock clock)
{
    /// <summary>
    /// Registers it. What comes from a machine is taken although a file of it is refused, and says why; what a person
    /// registers is not, so that they can mend it.
    /// </summary>
    /// <returns>The number, or the refusal of a file; <see cref="TakenAlready"/> when the source's key is known.</returns>
    public async Task<Outcome<IncomingItem>> TakeAsync(IncomingArrival arrival, bool refuseWhole, CancellationToken ct)
    {
        if (
            arrival.SourceKey is { } key
            && await db.Set<IncomingItem>().AsNoTracking().AnyAsync(i => i.SourceKey == key, ct)
        )
        {
            return new TakenAlready();
        }

        var item = new IncomingItem(
            Guid.CreateVersion7(),
            await NumberAsync(ct),
            arrival.Channel,
            arrival.ReceivedOn,
            arrival.Office
        );
        item.Describe(
            arrival.Kind,
            Cut(arrival.Sender, 300),
            arrival.SenderNumber,
            arrival.SenderDate,
            Cut(arrival.Subject, 500),
            arrival.Body is null ? null : Cut(arrival.Body, 20000)
        );
        item.Concerns(arrival.Client);
        if (arrival.SourceKey is not null)
        {
            item.Came(arrival.SourceKey);
        }

        await SetDueAsync(item, arrival.DueOn, ct);
        if (await KeepAsync(item, arrival.Files, refuseWhole, ct) is { } refused)
        {
            db.ChangeTracker.Clear();
            return refused;
        }

        db.Add(item);
        var done = await processes.CommitAsync(
            new ProcessStart(MailRoomProcesses.Registered)
            {
                Client = item.ClientId,
                Subject = item.Id,
                Values = new Dictionary<string, object?> { ["number"] = item.Number },
            },
            ct
        );
        return done.Done ? item : done.Refusal;
    }

    /// <summary>The day by which to answer: the one named, else by the rule of the kind.</summary>
    internal async Task SetDueAsync(IncomingItem item, DateOnly? named, CancellationToken ct)
    {
        if (named is not null)
        {
            item.IsDue(named, null);
            return;
        }

        var current = await rules.ReadAsync(ct);
        var deadline = AnswerDeadlines.Compute(item.Kind, item.ReceivedOn, current.Parameters, current.Calendar);
        item.IsDue(deadline?.DueOn, deadline is null ? null : AnswerDeadlines.ParameterOf(item.Kind));
    }

    private async Task<FileRefused?> KeepAsync(
        IncomingItem item,
        IReadOnlyList<ArrivedFile> arrived,
        bool refuseWhole,
        CancellationToken ct
    )
    {
        var place = 0;
        foreach (var file in arrived)
        {
            var kept = await files.PutAsync(file.Content, UploadKind.Document, file.Name, ct);
            var row = new IncomingFile(Guid.CreateVersion7(), item.Id, ++place, Cut(file.Name, 200));
            if (kept.Done)
            {
                row.Keep(kept.Value.Id);
            }
            else if (refuseWhole)
            {
                return (FileRefused)kept.Refusal with { In = "Files" };
            }
            else
            {
                row.Refuse(((FileRefused)kept.Refusal).Why);
            }

            db.Add(row);
        }

        return null;
    }

    private async Task<string> NumberAsync(CancellationToken ct)
    {
        var next = await db
            .Database.SqlQuery<long>($"SELECT nextval('mailroom.incoming_number') AS \"Value\"")
            .ToListAsync(ct);
        return $"I-{clock.Today.Year:0000}-{next[0]:000000}";
    }

    private static string Cut(string text, int most)
    {
        var trimmed = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return trimmed.Length <= most ? trimmed : trimmed[..(most - 1)] + "…";
    }
}

/// <summary>It was taken in before: its source handed it over twice.</summary>
public sealed record TakenAlready() : Refusal("mailroom.refusal.takenAlready");
