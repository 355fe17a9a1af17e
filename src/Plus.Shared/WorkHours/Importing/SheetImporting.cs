using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Importing;

/// <summary>The file holds no line with worked hours.</summary>
public sealed record SheetFileIsEmpty() : Refusal("workHours.import.empty")
{
    public override string? Field => "Upload";
}

/// <summary>
/// Takes hours in from a host's file. Lines are kept first; then client by client the entries and the lines they came
/// from are saved in one transaction. Stopped anywhere, it goes on with the lines that wait; the same file again enters
/// nothing twice.
/// </summary>
internal sealed class SheetImporting(
    PlusDb db,
    Processes processes,
    SectionEditing editing,
    HoursJudge judge,
    FunctionDoors doors,
    StaffAccessor staff,
    Plus.Kernel.Time.PlusClock clock,
    Texts texts
)
{
    /// <summary>Keeps the lines of a file; the same file of the same person is found again.</summary>
    /// <exception cref="SheetFileException">It is no sheet.</exception>
    public async Task<Outcome<Guid>> KeepAsync(HostEmployerId host, byte[] content, CancellationToken ct)
    {
        if (staff.Current.Id is not { } me || !await db.Set<HostEmployer>().AnyAsync(h => h.Id == host, ct))
        {
            return new NoSuchRecord();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var known = await db.Set<SheetImport>()
            .Where(i => i.HostEmployerId == host && i.StaffId == me && i.Hash == hash)
            .Select(i => (Guid?)i.Id)
            .SingleOrDefaultAsync(ct);
        if (known is { } id)
        {
            return id;
        }

        var lines = SheetFile.Read(content);
        if (lines.Count == 0)
        {
            return new SheetFileIsEmpty();
        }

        var import = new SheetImport(host, me, hash, clock.Now);
        db.Add(import);
        db.AddRange(lines.Select(l => new SheetImportLine(import, l.Number, l.CaseNumber, l.Day, l.Worked)));
        await processes.SaveBookkeepingAsync(ct);
        db.ChangeTracker.Clear();
        return import.Id;
    }

    /// <summary>Enters what waits, client by client.</summary>
    /// <param name="most">Stops after so many clients; null goes on to the end.</param>
    public async Task GoOnAsync(Guid importId, int? most, CancellationToken ct)
    {
        if (
            await db.Set<SheetImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct) is not { } import
        )
        {
            return;
        }

        var waiting = await db.Set<SheetImportLine>()
            .Where(l => l.ImportId == importId && l.State == SheetImportLine.Waits)
            .Select(l => l.CaseNumber)
            .Distinct()
            .OrderBy(c => c)
            .ToListAsync(ct);
        foreach (var number in waiting.Take(most ?? int.MaxValue))
        {
            await CaseAsync(import, number, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task CaseAsync(SheetImport import, string number, CancellationToken ct)
    {
        var sections = await (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, WorkHoursModule.Enter)
            join k in db.Set<Case>() on s.CaseId equals k.Id
            where k.Number == number && s.RegisteredOn != null && s.ClosedOn == null && s.AnnulledOn == null
            where db.Set<Placement>().Any(p => p.SectionId == s.Id && p.HostEmployerId == import.HostEmployerId)
            orderby s.OpenedOn
            select new { s.Id, s.Function }
        ).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (sections.Count == 0 || doors.OfCode(sections[0].Function) is not WorkDoor door)
        {
            foreach (var line in await LinesAsync(import, number, ct))
            {
                line.Become(SheetImportLine.Refused, texts["workHours.import.noSuchCase"]);
            }

            await processes.SaveBookkeepingAsync(ct);
        }
        else
        {
            // Of two measures worked at one host the older one is worked first.
            await EnterAsync(import, number, sections[0].Id, door, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task EnterAsync(SheetImport import, string number, SectionId id, WorkDoor door, CancellationToken ct)
    {
        await door.LockAsync(db, id, ct);
        // Read under the lock: another run of the same file may have been here.
        var lines = await LinesAsync(import, number, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return;
        }

        var standing = (await door.DaysAsync(db, id, tracked: false, ct)).Where(d => d.WithdrawnAt is null).ToList();
        var byDay = standing.ToDictionary(d => d.WorkedOn);
        var (credited, refused, days) = (0, 0, new List<DateOnly>());
        foreach (var line in lines)
        {
            if (Read(line) is not { } worked)
            {
                continue;
            }

            if (byDay.TryGetValue(worked.Day, out var entry))
            {
                var same = entry.CreditedMinutes + entry.RefusedMinutes == worked.Minutes;
                line.Become(
                    same ? SheetImportLine.Known : SheetImportLine.Refused,
                    same
                        ? null
                        : texts[
                            "workHours.import.differs",
                            ("hours", texts.Hours(entry.CreditedMinutes + entry.RefusedMinutes))
                        ]
                );
                continue;
            }

            var judged = (
                await judge.JudgeAsync(door, section, measure, [.. byDay.Values], [worked], false, staff.Current.Id, ct)
            )[0];
            if (judged.Entry is not { } made)
            {
                line.Become(SheetImportLine.Refused, LawWords.Of(texts, judged.Refusal!));
                continue;
            }

            db.Add(made);
            byDay[worked.Day] = made;
            line.Become(SheetImportLine.Entered);
            (credited, refused) = (credited + made.CreditedMinutes, refused + made.RefusedMinutes);
            days.Add(worked.Day);
        }

        if (days.Count == 0)
        {
            await processes.SaveBookkeepingAsync(ct);
            return;
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Entered)
            {
                OnDay = days.Max(),
                Subject = import.Id,
                Values = new Dictionary<string, object?>
                {
                    ["from"] = days.Min(),
                    ["to"] = days.Max(),
                    ["credited"] = TextValues.Hours(credited),
                    ["refused"] = TextValues.Hours(refused),
                },
            },
            ct
        );
        if (!done.Done)
        {
            throw new InvalidOperationException("Hours were changed while their section was locked.");
        }
    }

    private Task<List<SheetImportLine>> LinesAsync(SheetImport import, string number, CancellationToken ct) =>
        db.Set<SheetImportLine>()
            .Where(l => l.ImportId == import.Id && l.CaseNumber == number && l.State == SheetImportLine.Waits)
            .OrderBy(l => l.Number)
            .ToListAsync(ct);

    private DayWorked? Read(SheetImportLine line)
    {
        if (!TryDay(line.Day, out var day))
        {
            line.Become(SheetImportLine.Refused, texts["workHours.import.dayWrong"]);
            return null;
        }

        if (!TryMinutes(line.Worked, out var minutes))
        {
            line.Become(SheetImportLine.Refused, texts["workHours.import.hoursWrong"]);
            return null;
        }

        return new DayWorked(day, minutes);
    }

    // A spreadsheet keeps a day as a number of days since 30.12.1899.
    private static bool TryDay(string typed, out DateOnly day)
    {
        if (
            int.TryParse(typed.Split('.', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is > 30_000 and < 80_000
        )
        {
            day = new DateOnly(1899, 12, 30).AddDays(serial);
            return true;
        }

        return DateOnly.TryParseExact(
            typed,
            ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "dd.MM.yyyy."],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );
    }

    private static bool TryMinutes(string typed, out int minutes) => ForgivingHours.TryRead(typed, out minutes);
}
