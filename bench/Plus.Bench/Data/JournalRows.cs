using Npgsql;

namespace Plus.Bench.Data;

/// <summary>What was done: contacts held, notes, their processes; and what is to do: appointments and tasks.</summary>
internal static class JournalRows
{
    private const string Text =
        "Saruna par darba meklējumiem un parādsaistībām. Klients apliecina, ka pienākumi ir skaidri, un vienojas par nākamo tikšanos.";

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DateOnly today,
        IReadOnlyList<Guid> offices
    )
    {
        await ContactsAsync(connection, size, today);
        await EntriesAsync(connection, size, today);
        await ProcessesAsync(connection, size, today);
        await AppointmentsAsync(connection, size, today);
        await TasksAsync(connection, size, today, offices);
    }

    private static IEnumerable<(BenchSection Section, long Number, DateTimeOffset At, bool Held)> Entries(
        BenchSize size,
        DateOnly today
    )
    {
        for (var n = 0; n < size.Sections; n++)
        {
            var section = new BenchSection(n, size, today);
            for (var i = 0; i < BenchSize.EntriesEach; i++)
            {
                var at = new DateTimeOffset(section.OpenedOn.AddDays(i), new TimeOnly(7 + (n % 8), 15), TimeSpan.Zero);
                yield return (section, ((long)n * BenchSize.EntriesEach) + i, at, i % 2 == 0);
            }
        }
    }

    private static async Task ContactsAsync(NpgsqlConnection connection, BenchSize size, DateOnly today)
    {
        await using var rows = await CopyRows.BeginAsync(
            connection,
            "contacts.contact",
            "id, client_id, section_id, kind, planned_at, minutes, staff_id, state, attended, complied, note, recorded_at, recording_seconds"
        );
        foreach (var (s, number, at, _) in Entries(size, today).Where(e => e.Held))
        {
            var id = BenchId.Of(BenchTable.Contact, number);
            rows.Row(id, s.ClientId, s.Id, "office", at, 30, s.OfficerId, "held", true, true, Text, at.AddHours(1), 40);
        }
    }

    private static async Task EntriesAsync(NpgsqlConnection connection, BenchSize size, DateOnly today)
    {
        await using var rows = await CopyRows.BeginAsync(
            connection,
            "journal.entry",
            "id, client_id, section_id, kind, on_day, text, author_id, at"
        );
        foreach (var (s, number, at, _) in Entries(size, today).Where(e => !e.Held))
        {
            var day = DateOnly.FromDateTime(at.UtcDateTime);
            rows.Row(BenchId.Of(BenchTable.Entry, number), s.ClientId, s.Id, "note", day, Text, s.OfficerId, at);
        }
    }

    private static async Task ProcessesAsync(NpgsqlConnection connection, BenchSize size, DateOnly today)
    {
        await using var rows = await CopyRows.BeginAsync(
            connection,
            "audit.process",
            "id, at, on_day, type, actor_id, source, client_id, section_id, subject_id, on_timeline, values"
        );
        foreach (var (s, number, at, held) in Entries(size, today))
        {
            rows.Row(
                BenchId.Of(BenchTable.Process, number),
                at.AddHours(1),
                DateOnly.FromDateTime(at.UtcDateTime),
                held ? "contacts.recorded" : "journal.noteWritten",
                s.OfficerId,
                "bench",
                s.ClientId,
                s.Id,
                BenchId.Of(held ? BenchTable.Contact : BenchTable.Entry, number),
                true,
                held ? $$"""{"at": "{{at:yyyy-MM-ddTHH:mm:sszzz}}", "kind": "office"}""" : """{"kind": "note"}"""
            );
        }
    }

    /// <summary>Each open section has its next appointment, one in eight of them today.</summary>
    private static async Task AppointmentsAsync(NpgsqlConnection connection, BenchSize size, DateOnly today)
    {
        await using var rows = await CopyRows.BeginAsync(
            connection,
            "contacts.contact",
            "id, client_id, section_id, kind, planned_at, minutes, place, staff_id, state"
        );
        for (var n = 0; n < size.People; n++)
        {
            var section = new BenchSection(n, size, today);
            var nth = n / size.Officers;
            var day = nth % 8 == 0 ? today : today.AddDays(1 + (nth % 20));
            var at = new DateTimeOffset(day, new TimeOnly(8 + (nth % 7), 30), TimeSpan.Zero);
            var id = BenchId.Of(BenchTable.Appointment, n);
            rows.Row(
                id,
                section.ClientId,
                section.Id,
                "office",
                at,
                30,
                "Nodaļas telpas",
                section.OfficerId,
                "planned"
            );
        }
    }

    /// <summary>Three tasks for two open sections: late ones, today's and later ones.</summary>
    private static async Task TasksAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DateOnly today,
        IReadOnlyList<Guid> offices
    )
    {
        await using var rows = await CopyRows.BeginAsync(
            connection,
            "tasks.due_task",
            "id, client_id, section_id, kind, key, due_on, explanation, office_id, assignee_id, created_at"
        );
        var created = new DateTimeOffset(today.AddDays(-1), new TimeOnly(4, 0), TimeSpan.Zero);
        for (var n = 0; n < size.People; n++)
        {
            var section = new BenchSection(n, size, today);
            for (var i = 0; i < 1 + (n % 2); i++)
            {
                var due = today.AddDays(((n + i) % 30) - 5);
                var id = BenchId.Of(BenchTable.Task, (2L * n) + i);
                var office = offices[section.Officer % offices.Count];
                var (kind, explanation) = i == 0 ? ("term_ends", Ends(due)) : ("register_client", Registers(due));
                rows.Row(
                    id,
                    section.ClientId,
                    section.Id,
                    kind,
                    "",
                    due,
                    explanation,
                    office,
                    section.OfficerId,
                    created
                );
            }
        }
    }

    private static string Ends(DateOnly day) =>
        $$"""{"values": {"lastDay": "{{day:yyyy-MM-dd}}"}, "skipped": [], "unverified": false, "weekendDays": 0}""";

    private static string Registers(DateOnly day) =>
        $$"""{"act": "MK noteikumi Nr. 803 (2007)", "rule": "register_client", "unit": "workingDays", "count": 10, "start": "{{day.AddDays(-14):yyyy-MM-dd}}", "values": {}, "article": "", "skipped": [], "rawDueOn": "{{day:yyyy-MM-dd}}", "unverified": true, "weekendDays": 4}""";
}
