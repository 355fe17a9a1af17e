using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Looking;
using Plus.Shared.Journal.Timeline;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Subject;

/// <summary>
/// Reads what stands about one person. Roles and offices are named and employees are not; victims, relatives and other
/// people around the person are left out. The database reads it as its owner, so that it is whole whoever makes it.
/// </summary>
internal sealed class SubjectReader(PlusDb db, ProcessKinds kinds, SubjectWords words, SubjectAtRest rest, Texts texts)
{
    public async Task<SubjectReport> ReadAsync(
        ClientId client,
        string number,
        bool withTexts,
        DateOnly today,
        CancellationToken ct
    )
    {
        var facts = await db
            .Database.SqlQuery<HeldFact>(
                $"""
                SELECT part AS "Part", name AS "Name", value AS "Value", day AS "Day"
                FROM audit.subject_facts({client.Value})
                """
            )
            .ToListAsync(ct);
        var resting = await rest.ReadAsync(client, withTexts, ct);
        facts.AddRange(resting.Facts);
        var handled = await db
            .Database.SqlQuery<HandledLine>(
                $"""
                SELECT month AS "Month", role AS "Role", office AS "Office", what AS "What", source_table AS "Table",
                       purpose AS "Purpose", times AS "Times"
                FROM audit.subject_handled({client.Value})
                """
            )
            .ToListAsync(ct);
        var parts = facts
            .GroupBy(f => f.Part)
            .Select(g => new SubjectPart("audit.subject.part." + g.Key, [.. g.Select(Line)]));
        var (work, given) = (await WorkAsync(client, withTexts, ct), await GivenAsync(client, ct));
        var tables = work.Concat(resting.Work)
            .GroupBy(w => w.Part)
            .Select(g => new SubjectTable("audit.subject.part." + g.Key, words.Of(g.Key).View([.. g])));
        return new SubjectReport(today, number, [.. parts], [.. tables], words.Given.View(given), Table.View(handled));
    }

    private Task<List<WorkLine>> WorkAsync(ClientId client, bool withTexts, CancellationToken ct) =>
        db
            .Database.SqlQuery<WorkLine>(
                $"""
                SELECT part AS "Part", day AS "Day", until AS "Until", name AS "Name", note AS "Note", value AS "Value"
                FROM audit.subject_work({client.Value}, {withTexts})
                """
            )
            .ToListAsync(ct);

    private Task<List<GivenLine>> GivenAsync(ClientId client, CancellationToken ct)
    {
        var (types, _) = kinds.Of("disclose");
        return db
            .Database.SqlQuery<GivenLine>(
                $"""
                SELECT day AS "Day", role AS "Role", office AS "Office", what AS "What", source_table AS "Table", basis AS "Basis"
                FROM audit.subject_given({client.Value}, {types})
                """
            )
            .ToListAsync(ct);
    }

    private Table<HandledLine> Table =>
        new("audit.subject.handled")
        {
            new("month", "audit.subject.month", l => l.Month.ToString("MM.yyyy", CultureInfo.InvariantCulture))
            {
                NamesRow = true,
            },
            new(
                "role",
                "audit.subject.role",
                l => l.Role is null ? texts["audit.system"] : texts.Maybe("role." + l.Role) ?? l.Role
            ),
            new("office", "audit.subject.office", l => l.Office),
            new("kind", "audit.kindOf", l => texts["audit.eventKind." + KindOf(l)]),
            new("what", "audit.what", What),
            new(
                "purpose",
                "audit.purpose",
                l => l.Purpose is null ? null : texts.Maybe("access.purpose." + l.Purpose) ?? l.Purpose
            ),
            new("times", "audit.subject.times", l => l.Times) { Numeric = true },
        };

    private string KindOf(HandledLine line) =>
        line.Table == "process" ? kinds.KindOf(line.What)
        : line.What == "disclose" ? "disclose"
        : "consult";

    private string What(HandledLine line) =>
        line.Table == "process" ? HistoryLine.NameOf(line.What, texts) ?? line.What : texts["audit.kind." + line.What];

    private SummaryLine Line(HeldFact fact)
    {
        var name =
            texts.Maybe("audit.subject.fact." + fact.Name) ?? texts.Maybe("audit.field." + fact.Name) ?? fact.Name;
        var shown = fact.Part == "sections" ? texts.Maybe("law.function." + fact.Name) ?? name : name;
        object value = fact.Value is null ? fact.Day! : words.Fact(fact.Name, fact.Value);
        return new SummaryLine(shown, value);
    }
}

/// <summary>One thing that is held.</summary>
internal sealed class HeldFact
{
    public string Part { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Value { get; init; }

    public DateOnly? Day { get; init; }
}
