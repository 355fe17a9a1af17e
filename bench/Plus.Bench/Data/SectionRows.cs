using System.Globalization;
using Npgsql;

namespace Plus.Bench.Data;

/// <summary>Sections with what they rest on, their functions' facts and the hours worked.</summary>
internal static class SectionRows
{
    private static readonly string[] Articles = ["175", "180", "130", "253", "262", "231", "204", "176"];

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        BenchSize size,
        DateOnly today,
        IReadOnlyList<Guid> offices
    )
    {
        IEnumerable<BenchSection> all = Enumerable
            .Range(0, size.Sections)
            .Select(n => new BenchSection(n, size, today));
        await EachAsync(
            connection,
            all,
            "cases.basis",
            "id, client_id, kind, number, issued_on, in_force_on, issuer_kind, issuer_name, proceeding_no",
            (rows, s) =>
            {
                var number = string.Create(
                    CultureInfo.InvariantCulture,
                    $"K{s.Number:0000000}/{s.OpenedOn.Year % 100}"
                );
                var proceeding = string.Create(CultureInfo.InvariantCulture, $"118{s.Number:00000000}");
                var issued = s.OpenedOn.AddDays(-14);
                rows.Row(
                    Basis(s),
                    s.ClientId,
                    "courtRuling",
                    number,
                    issued,
                    issued.AddDays(10),
                    "court",
                    "Rīgas pilsētas tiesa",
                    proceeding
                );
            }
        );
        await EachAsync(
            connection,
            all,
            "cases.basis_offence",
            "id, basis_id, ordinal, article, part, committed_on",
            (rows, s) =>
                rows.Row(BenchId.Of(BenchTable.Offence, s.Number), Basis(s), 1, Article(s), 1, s.OpenedOn.AddDays(-200))
        );
        await EachAsync(
            connection,
            all,
            "cases.section",
            "id, case_id, client_id, function, measure, state, basis_id, office_id, office_reason, manager_id, opened_on,"
                + " registered_on, term_starts_on, term_ends_on, closed_on, outcome, main_article, sexual_offence, reopened_times",
            (rows, s) =>
                rows.Row(
                    s.Id,
                    BenchId.Of(BenchTable.Case, s.Client),
                    s.ClientId,
                    s.Kind.Function,
                    s.Kind.Measure,
                    s.State,
                    Basis(s),
                    offices[s.Officer % offices.Count],
                    "declaredResidence",
                    s.OfficerId,
                    s.OpenedOn,
                    s.OpenedOn.AddDays(1),
                    s.OpenedOn,
                    s.TermEndsOn,
                    s.ClosedOn,
                    s.Open ? null : "completed_successfully",
                    Article(s),
                    false,
                    0
                )
        );
        await EachAsync(
            connection,
            all,
            "cases.assignment",
            "id, section_id, office_id, manager_id, valid_from, reason",
            (rows, s) =>
                rows.Row(
                    BenchId.Of(BenchTable.Assignment, s.Number),
                    s.Id,
                    offices[s.Officer % offices.Count],
                    s.OfficerId,
                    s.OpenedOn,
                    "first"
                )
        );
        await FactsAsync(connection, all);
    }

    private static async Task FactsAsync(NpgsqlConnection connection, IEnumerable<BenchSection> all)
    {
        await EachAsync(
            connection,
            all.Where(s => s.HasHours),
            "community_work.sentence",
            "section_id, penalty_role, with_imprisonment, imposed_minutes",
            (rows, s) => rows.Row(s.Id, "main", false, 6000)
        );
        await EachAsync(
            connection,
            all.Where(s => s.Kind.Function == "supervision"),
            "supervision.sentence",
            "section_id, category, imprisonment_months, test_months, employment_seen",
            (rows, s) => rows.Row(s.Id, "suspendedSentence", 12, 24, false)
        );
        await EachAsync(
            connection,
            all.Where(s => s.Kind.Function == "probation_supervision"),
            "probation_supervision.sentence",
            "section_id, penalty_role, months",
            (rows, s) => rows.Row(s.Id, "main", 12)
        );
        await EachAsync(
            connection,
            all.Where(s => s.HasHours),
            "community_work.hours_entry",
            "id, section_id, worked_on, credited_minutes, refused_minutes, minor, entered_by",
            (rows, s) =>
            {
                for (var day = 0; day < BenchSize.HoursEach; day++)
                {
                    var id = BenchId.Of(BenchTable.Hours, ((long)s.Number * BenchSize.HoursEach) + day);
                    rows.Row(id, s.Id, s.OpenedOn.AddDays(day), 240, 0, false, s.OfficerId);
                }
            }
        );
    }

    private static async Task EachAsync(
        NpgsqlConnection connection,
        IEnumerable<BenchSection> sections,
        string table,
        string columns,
        Action<CopyRows, BenchSection> row
    )
    {
        await using var rows = await CopyRows.BeginAsync(connection, table, columns);
        foreach (var section in sections)
        {
            row(rows, section);
        }
    }

    private static Guid Basis(BenchSection section) => BenchId.Of(BenchTable.Basis, section.Number);

    private static string Article(BenchSection section) => Articles[section.Number % Articles.Length];
}
