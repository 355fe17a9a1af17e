using System.Globalization;
using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>
/// Hours of community work. What today's law would refuse is credited as it was credited then, and marked. One process
/// tells of all the entries of a section in a batch.
/// </summary>
internal sealed class HoursTaking(PlusDb db, FunctionDoors doors, Processes processes, TakeoverGround ground)
    : RowTaking(db, ground)
{
    /// <summary>Why minutes of the past were not credited is not known.</summary>
    public const string RefusedBefore = "refused_before_takeover";

    private Dictionary<string, HostEmployerId>? _hosts;

    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var sections = await References.SectionsAsync(rows, ct);
        var sound = rows.Where(r => !r.IsRefused)
            .GroupBy(r => sections[r.Row.Text("sectionId")!])
            .GroupBy(g => g.Key.Function, StringComparer.Ordinal);
        foreach (var function in sound)
        {
            if (doors.OfCode(function.Key) is not WorkDoor door)
            {
                foreach (var row in function.SelectMany(g => g))
                {
                    row.Refuse(TakeoverReasons.NoHoursInFunction, "sectionId");
                }

                continue;
            }

            var work = await door.WorkOfAsync(Db, [.. function.Select(g => g.Key.Id)], ct);
            foreach (var section in function)
            {
                var days = new DaysOfSection(section.Key, work[section.Key.Id], Ground);
                await TakeAsync(door, section.Key, [.. section], days, bulk, ct);
            }
        }
    }

    private async Task TakeAsync(
        WorkDoor door,
        SectionReference section,
        List<PendingRow> rows,
        DaysOfSection days,
        BulkProcesses bulk,
        CancellationToken ct
    )
    {
        await WithdrawAsync(door, section, rows, days, ct);
        var told = new List<WorkedDay>();
        foreach (var row in rows.Where(r => !r.IsRefused))
        {
            var officer = Ground.OfficerOf(row, row.Row.Text("staff"));
            days.Judge(row);
            if (row.IsRefused)
            {
                continue;
            }

            var (day, credited, refused) = DaysOfSection.Of(row);
            var entry = door.NewDay(
                section.Id,
                await HostAsync(row, ct),
                day,
                credited,
                refused,
                refused > 0 ? RefusedBefore : null,
                PersonAge.AgeOrNull(section.BirthDate, day) < 18,
                officer
            );
            Db.Add(entry);
            days.Add(entry);
            if (row.Known is null)
            {
                told.Add(entry);
                row.Become(RowOutcome.Taken, entry.Id);
            }
            else
            {
                row.Become(RowOutcome.Corrected, entry.Id);
            }
        }

        Tell(section, told, rows, bulk);
    }

    private void Tell(SectionReference section, List<WorkedDay> told, List<PendingRow> rows, BulkProcesses bulk)
    {
        if (told.Count > 0)
        {
            var minutes = told.Sum(d => d.CreditedMinutes);
            var last = told.Max(d => d.WorkedOn);
            bulk.Complete(
                Story(
                    TakeoverProcesses.HoursTaken,
                    section.Client,
                    section.Id,
                    section.Id.Value,
                    last,
                    ("from", told.Min(d => d.WorkedOn)),
                    ("to", last),
                    ("credited", string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}"))
                )
            );
        }
        else if (rows.Exists(r => r.Outcome == RowOutcome.Corrected))
        {
            bulk.Complete(Corrected("hours", section.Client, section.Id, section.Id.Value));
        }
    }

    // Before the new entries are written: of a day only one entry may stand that is not withdrawn.
    private async Task WithdrawAsync(
        WorkDoor door,
        SectionReference section,
        List<PendingRow> rows,
        DaysOfSection days,
        CancellationToken ct
    )
    {
        var changed = rows.Where(r => r.Known is not null).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var entries = (await door.DaysAsync(Db, section.Id, tracked: true, ct)).ToDictionary(d => d.Id);
        var withdrawn = false;
        foreach (var row in changed)
        {
            if (!entries.TryGetValue(row.Known!.PlusId, out var entry))
            {
                row.Refuse(TakeoverReasons.ReferenceChanged, "sectionId");
            }
            else if (entry.WithdrawnAt is not null)
            {
                row.Refuse(TakeoverReasons.ChangedInPlus, null);
            }
            else if (days.WouldRefuse(row, entry) is { } wrong)
            {
                row.Refuse(wrong, "minutes");
            }
            else
            {
                entry.Withdraw(Ground.Now);
                days.Remove(entry);
                withdrawn = true;
            }
        }

        if (withdrawn)
        {
            var done = await processes.CommitAsync(
                Corrected("hours", section.Client, section.Id, section.Id.Value),
                ct
            );
            if (!done.Done)
            {
                throw new InvalidOperationException("Hours were changed by somebody while they were corrected.");
            }
        }
    }

    private async Task<HostEmployerId?> HostAsync(PendingRow row, CancellationToken ct)
    {
        _hosts ??= await HostsAsync(ct);
        if (row.Row.Text("host") is { } number && _hosts.TryGetValue(number, out var host))
        {
            return host;
        }

        row.Mark(TakeoverMarks.NoHost);
        return null;
    }

    private async Task<Dictionary<string, HostEmployerId>> HostsAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT registration_no, id FROM partners.host_employer WHERE registration_no IS NOT NULL ORDER BY id",
            Connection
        );
        var hosts = new Dictionary<string, HostEmployerId>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            hosts.TryAdd(reader.GetString(0), new HostEmployerId(reader.GetGuid(1)));
        }

        return hosts;
    }
}
