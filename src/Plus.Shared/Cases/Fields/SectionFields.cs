using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Closing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Grammar;

namespace Plus.Shared.Cases.Fields;

/// <summary>What documents say of the section, its founding document and who carries it out.</summary>
internal static class SectionFields
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("section.measure", FieldType.Text) { Sample = "sabiedriskais darbs" },
        new("section.opened", FieldType.Date) { Sample = Day },
        new("section.registered", FieldType.Date) { Sample = Day.AddDays(7) },
        new("section.termStarts", FieldType.Date) { Sample = Day },
        new("section.termEnds", FieldType.Date) { Sample = Day.AddYears(1) },
        new("section.closed", FieldType.Date) { Sample = Day.AddYears(1) },
        new("section.outcome", FieldType.Text) { Sample = "izpildīts pilnā apmērā" },
        new("basis.number", FieldType.Text) { Sample = "K77-0001-26/1" },
        new("basis.date", FieldType.Date) { Sample = Day.AddDays(-30) },
        new("basis.inForce", FieldType.Date) { Sample = Day.AddDays(-12) },
        new("basis.issuer", FieldType.Name) { Sample = new InstitutionValue("Vidzemes rajona tiesa") },
        new("basis.proceeding", FieldType.Text) { Sample = "11000000126" },
        new("manager.name", FieldType.Name) { Sample = new NameValue("Anna", "Parauga", "F") },
        new("offences", FieldType.Rows)
        {
            Sample = null,
            Columns = [new("offence.article", FieldType.Text) { Sample = "175. panta otrā daļa" }],
        },
        new("client.sections", FieldType.Rows)
        {
            Sample = null,
            Columns =
            [
                new("part.measure", FieldType.Text) { Sample = "sabiedriskais darbs" },
                new("part.basis", FieldType.Text) { Sample = "Nr. K77-0001-26/1, 02.03.2026" },
                new("part.opened", FieldType.Date) { Sample = Day },
                new("part.closed", FieldType.Date) { Sample = Day.AddYears(1) },
            ],
        },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        var sections = await (
            from s in reading.Db.Set<Section>().AsNoTracking()
            join b in reading.Db.Set<Basis>() on s.BasisId equals b.Id
            where s.ClientId == reading.Client && s.AnnulledOn == null
            orderby s.OpenedOn, s.Id
            select new { Section = s, Basis = b }
        ).ToListAsync(ct);
        reading.SetRows(
            "client.sections",
            sections.Select(s => new Dictionary<string, object?>
            {
                ["part.measure"] = Measure(reading, s.Section.Measure),
                ["part.basis"] = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"Nr. {s.Basis.Number}, {s.Basis.IssuedOn:dd.MM.yyyy}"
                ),
                ["part.opened"] = s.Section.OpenedOn,
                ["part.closed"] = s.Section.ClosedOn,
            })
        );
        if (sections.Find(s => s.Section.Id == reading.Section) is { } one)
        {
            Fill(reading, one.Section, one.Basis);
            await FillPeopleAsync(reading, one.Section, one.Basis.Id, ct);
            if (await ClosingWords.OfAsync(reading, one.Section, [.. sections.Select(s => s.Section)], ct) is { } told)
            {
                reading.Propose(ClosingWords.Question, told);
            }
        }
    }

    private static void Fill(FieldReading reading, Section section, Basis basis)
    {
        reading.Set("section.measure", Measure(reading, section.Measure));
        reading.Set("section.opened", section.OpenedOn);
        reading.Set("section.registered", section.RegisteredOn);
        reading.Set("section.termStarts", section.TermStartsOn);
        reading.Set("section.termEnds", section.TermEndsOn);
        reading.Set("section.closed", section.ClosedOn);
        reading.Set(
            "section.outcome",
            section.Outcome is null
                ? null
                : Lower(reading.Words.Maybe($"law.outcome.{section.Function}.{section.Outcome}"))
        );
        reading.Set("basis.number", basis.Number);
        reading.Set("basis.date", basis.IssuedOn);
        reading.Set("basis.inForce", basis.InForceOn);
        reading.Set("basis.issuer", basis.IssuerName is null ? null : new InstitutionValue(basis.IssuerName));
        reading.Set("basis.proceeding", basis.ProceedingNo);
    }

    private static async Task FillPeopleAsync(
        FieldReading reading,
        Section section,
        BasisId basis,
        CancellationToken ct
    )
    {
        var manager = await reading
            .Db.Set<Staff>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == section.ManagerId, ct);
        reading.Set("manager.name", manager is null ? null : new NameValue(manager.GivenName, manager.Surname, null));
        var offences = await reading
            .Db.Set<BasisOffence>()
            .AsNoTracking()
            .Where(o => o.BasisId == basis)
            .OrderBy(o => o.Ordinal)
            .ToListAsync(ct);
        reading.SetRows(
            "offences",
            offences.Select(o => new Dictionary<string, object?>
            {
                ["offence.article"] = o.Part is { } part
                    ? $"{o.Article}. panta {LatvianNumbers.OrdinalFeminine(part)} daļa"
                    : $"{o.Article}. pants",
            })
        );
    }

    private static string Measure(FieldReading reading, string measure) =>
        Lower(reading.Words.Maybe("law.measure." + measure)) ?? measure;

    // Within a sentence a measure begins small.
    private static string? Lower(string? text) =>
        string.IsNullOrEmpty(text) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
