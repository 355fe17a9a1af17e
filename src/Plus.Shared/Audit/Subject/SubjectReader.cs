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
internal sealed class SubjectReader(PlusDb db, ProcessKinds kinds, Texts texts)
{
    public async Task<SubjectReport> ReadAsync(ClientId client, string number, DateOnly today, CancellationToken ct)
    {
        var facts = await db
            .Database.SqlQuery<HeldFact>(
                $"""
                SELECT part AS "Part", name AS "Name", value AS "Value", day AS "Day"
                FROM audit.subject_facts({client.Value})
                """
            )
            .ToListAsync(ct);
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
        return new SubjectReport(today, number, [.. parts], Table.View(handled));
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
        var words = fact.Part == "sections" ? texts.Maybe("law.function." + fact.Name) ?? name : name;
        object value = fact.Value is null ? fact.Day! : fact.Value;
        return new SummaryLine(words, value);
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
