using Microsoft.EntityFrameworkCore;
using Plus.Law.Obligations;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Cases.Closing;

/// <summary>
/// What the closing letter tells the client, proposed from the outcome, the document behind it, the obligations that fall
/// away and the sections that go on. The last sentence has no full stop: the letter sets it.
/// </summary>
internal static class ClosingWords
{
    /// <summary>The letter's question that the words answer.</summary>
    public const string Question = "meaning";

    /// <summary>Null for a section that is not closed, or whose closing the client is not told of.</summary>
    public static async Task<string?> OfAsync(
        FieldReading reading,
        Section section,
        IReadOnlyList<Section> all,
        CancellationToken ct
    )
    {
        var function = reading.Doors.OfCode(section.Function).Function;
        if (section.ClosedOn is not { } day || ClosingEffect.Told(section, function, section.Outcome) is not { } told)
        {
            return null;
        }

        var words = reading.Words;
        var ground = await reading
            .Db.Set<ClosingGround>()
            .AsNoTracking()
            .Where(g => g.SectionId == section.Id && g.Outcome == section.Outcome)
            .OrderByDescending(g => g.Id)
            .FirstOrDefaultAsync(ct);
        var sentences = new List<string> { words["cases.letter." + told, ("day", day)] };
        if (ground is not null)
        {
            sentences.Add(
                words[
                    "cases.letter.ground",
                    ("kind", Small(words["law.closing_ground." + ground.Kind])),
                    ("reference", ground.Reference),
                    ("day", ground.IssuedOn)
                ]
            );
        }

        sentences.AddRange(await ObligationsAsync(reading, section, day, ct));
        sentences.Add(Others(reading, section, all));
        var office = await reading
            .Db.Set<Office>()
            .Where(o => o.Id == section.OfficeId)
            .Select(o => o.Name)
            .SingleOrDefaultAsync(ct);
        if (office is not null)
        {
            sentences.Add(words["cases.letter.ask", ("office", office)]);
        }

        return string.Join(" ", sentences).TrimEnd('.');
    }

    private static async Task<IEnumerable<string>> ObligationsAsync(
        FieldReading reading,
        Section section,
        DateOnly day,
        CancellationToken ct
    )
    {
        if (ObligationKinds.RegimeOf(section.Measure) is null)
        {
            return [];
        }

        var obligations = await reading
            .Db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => o.SectionId == section.Id)
            .ToListAsync(ct);
        var kinds = obligations
            .Where(o => o.BindsOn(day))
            .Select(o => Small(reading.Words["law.obligation." + o.Kind]))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return kinds.Count == 0
            ? []
            : [reading.Words["cases.letter.obligations", ("obligations", string.Join("; ", kinds))]];
    }

    private static string Others(FieldReading reading, Section section, IReadOnlyList<Section> all)
    {
        var words = reading.Words;
        var others = all.Where(s => s.Id != section.Id && s is { ClosedOn: null, AnnulledOn: null })
            .Select(s =>
                s.TermEndsOn is { } ends
                    ? words[
                        "cases.letter.otherUntil",
                        ("measure", Small(words["law.measure." + s.Measure])),
                        ("day", ends)
                    ]
                    : Small(words["law.measure." + s.Measure])
            )
            .ToList();
        return others.Count == 0
            ? words["cases.letter.othersNone"]
            : words["cases.letter.others", ("others", string.Join("; ", others))];
    }

    // Within a sentence a term begins small.
    private static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
