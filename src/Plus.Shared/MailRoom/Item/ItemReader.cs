using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Correspondence;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Records;
using Plus.Shared.MailRoom.Lists;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Explaining;
using Plus.Shared.Tasks.Sync;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.MailRoom.Item;

/// <summary>Reads one thing that came in, with the words for it.</summary>
internal sealed partial class ItemReader(
    PlusDb db,
    StaffAccessor staff,
    CurrentRules rules,
    DueText words,
    PlusClock clock,
    Texts texts
)
{
    public Task<IncomingItem?> FindAsync(Guid id, string permission, CancellationToken ct) =>
        db.Set<IncomingItem>()
            .AsNoTracking()
            .Within(staff.Current, permission)
            .SingleOrDefaultAsync(i => i.Id == id, ct);

    public async Task<IReadOnlyList<SummaryLine>> LinesAsync(IncomingItem item, CancellationToken ct)
    {
        var names = await (
            from o in db.Set<Office>()
            where o.Id == item.OfficeId
            select new
            {
                Office = o.Name,
                Person = db.Set<Staff>()
                    .Where(s => s.Id == item.AssignedTo)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                Client = db.Set<Client>()
                    .Where(c => c.Id == item.ClientId)
                    .Select(c => c.GivenName + " " + c.Surname)
                    .FirstOrDefault(),
            }
        ).SingleAsync(ct);
        List<SummaryLine> lines =
        [
            new(texts["mailroom.state"], texts["mailroom.state." + CodeConversion.CodeOf(item.State)]),
            new(texts["mailroom.receivedOn"], item.ReceivedOn),
            new(texts["mailroom.channel"], texts["mailroom.channel." + CodeConversion.CodeOf(item.Channel)]),
            new(texts["mailroom.kind"], texts["mailroom.kind." + item.Kind]),
            new(texts["mailroom.sender"], item.Sender),
            new(texts["mailroom.subject"], item.Subject),
            new(texts["mailroom.dueOn"], await DueAsync(item, ct)),
            new(texts["mailroom.office"], names.Office),
            new(texts["mailroom.assignedTo"], names.Person ?? texts["mailroom.nobody"]),
            new(texts["mailroom.client"], names.Client ?? texts["mailroom.client.none"])
            {
                Href = names.Client is null ? null : $"/clients/{item.ClientId}",
            },
        ];
        if (item.SenderNumber is not null || item.SenderDate is not null)
        {
            lines.Insert(
                5,
                new(
                    texts["mailroom.senderDocument"],
                    string.Join(
                        ", ",
                        new[] { item.SenderNumber, texts.Write(item.SenderDate) }.Where(t => t is { Length: > 0 })
                    )
                )
            );
        }

        if (item.AnswerNumber is { } answer)
        {
            lines.Add(
                new(
                    texts["mailroom.answeredBy"],
                    texts["mailroom.answeredBy.on", ("number", answer), ("day", item.ClosedOn)]
                )
                {
                    Href = await AnswerAsync(item, answer, ct) is { } document ? $"/documents/{document}" : null,
                }
            );
        }

        return lines;
    }

    // The document of that number, the latest of those there were by then, where this person reaches it.
    private Task<Guid?> AnswerAsync(IncomingItem item, string number, CancellationToken ct) =>
        staff.Current.May(DocumentPermissions.View)
            ? db.DocumentsWithin(staff.Current, DocumentPermissions.View)
                .Where(d => d.Number == number && d.RegisteredOn <= item.ClosedOn)
                .Where(d => item.ClientId == null || d.ClientId == item.ClientId)
                .OrderByDescending(d => d.RegisteredOn)
                .Select(d => (Guid?)d.Id)
                .FirstOrDefaultAsync(ct)
            : Task.FromResult<Guid?>(null);

    public async Task<IReadOnlyList<FileLine>> FilesAsync(IncomingItem item, CancellationToken ct)
    {
        var files = await (
            from f in db.Set<IncomingFile>()
            where f.IncomingId == item.Id
            join s in db.Set<StoredFile>() on f.FileId equals (FileId?)s.Id into stored
            from s in stored.DefaultIfEmpty()
            orderby f.Place
            select new
            {
                f.Id,
                f.Name,
                f.Refused,
                Scan = (FileScan?)s.Scan,
                Size = (long?)s.Size,
                s.MediaType,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. files.Select(f =>
                f.Refused is { } why
                    ? new FileLine(
                        f.Name,
                        null,
                        texts[
                            "mailroom.file.refused",
                            (
                                "why",
                                texts[
                                    "files.refused." + why,
                                    ("megabytes", UploadKind.Document.MaxBytes >> 20),
                                    ("type", Path.GetExtension(f.Name))
                                ]
                            )
                        ]
                    )
                : f.Scan is FileScan.Waiting or FileScan.Infected
                    ? new FileLine(f.Name, null, texts["mailroom.file.scan." + CodeConversion.CodeOf(f.Scan.Value)])
                : new FileLine(
                    f.Name,
                    $"/mailroom/{item.Id}/files/{f.Id}",
                    texts[
                        "mailroom.file.size",
                        ("type", MediaTypes.WordOf(f.MediaType ?? "")),
                        ("kilobytes", ((f.Size ?? 0) + 1023) / 1024)
                    ]
                )
            ),
        ];
    }

    /// <summary>People who work in the office today.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleAsync(OfficeId office, CancellationToken ct)
    {
        var today = clock.Today;
        var people = await db.Set<Staff>()
            .Where(s =>
                s.ActiveFrom <= today
                && (s.ActiveTo == null || s.ActiveTo >= today)
                && db.Set<StaffPost>()
                    .Any(p =>
                        p.StaffId == s.Id && p.OfficeId == office && p.From <= today && (p.To == null || p.To >= today)
                    )
            )
            .OrderBy(s => s.Surname)
            .ThenBy(s => s.GivenName)
            .Select(s => new { s.Id, Name = s.GivenName + " " + s.Surname })
            .ToListAsync(ct);
        return [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))];
    }

    /// <summary>The client whose case number stands in the subject, within reach; a person decides whether it is theirs.</summary>
    public async Task<NamedClient?> NamedAsync(IncomingItem item, CancellationToken ct)
    {
        if (CaseNumber().Match(item.Subject) is not { Success: true, Value: var number })
        {
            return null;
        }

        return await (
            from k in db.Set<Case>()
            join c in db.ClientsWithin(staff.Current, ClientPermissions.Search) on k.ClientId equals c.Id
            where k.Number == number
            select new NamedClient(c.Id, k.Number, c.GivenName + " " + c.Surname)
        ).FirstOrDefaultAsync(ct);
    }

    private async Task<string> DueAsync(IncomingItem item, CancellationToken ct)
    {
        if (item.DueOn is not { } due)
        {
            return texts["mailroom.due.none"];
        }

        if (item.DueRule is null)
        {
            return texts["mailroom.due.named", ("due", due)];
        }

        var current = await rules.ReadAsync(ct);
        if (
            AnswerDeadlines.Compute(item.Kind, item.ReceivedOn, current.Parameters, current.Calendar)
            is not { } deadline
        )
        {
            return texts.Write(due);
        }

        var explanation = new TaskExplanation(
            deadline.Rule.Code,
            deadline.Rule.Count,
            deadline.Rule.Source.Act,
            deadline.Rule.Source.Article,
            deadline.Standing == Standing.Unverified,
            deadline.StartOn,
            deadline.RawDueOn,
            [.. deadline.Skipped.Select(s => new SkippedDayCode(s.Day, s.NameCode))],
            deadline.SkippedWeekendDays,
            new Dictionary<string, string>(StringComparer.Ordinal)
        )
        {
            Unit = CodeConversion.CodeOf(deadline.Rule.Unit),
        };
        return words.Sentence(explanation, due);
    }

    [GeneratedRegex(@"\b(?:19|20)\d{2}-\d{6}\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CaseNumber();
}

/// <summary>A file as the page shows it.</summary>
internal sealed record FileLine(string Name, string? Href, string Note);

/// <summary>A client that something may concern.</summary>
internal sealed record NamedClient(ClientId Id, string Number, string Name);
