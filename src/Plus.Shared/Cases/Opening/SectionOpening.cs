using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Figures;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Cases.Opening;

/// <summary>
/// Opens sections from a founding document: the case if there is none yet, the section, the function's own facts, the
/// competent office with its reason. Adds to the context; the caller commits it as one process.
/// </summary>
public sealed class SectionOpening(
    PlusDb db,
    FunctionDoors doors,
    TerritorialCompetence competence,
    CaseNumbers numbers,
    CurrentRules rules,
    PlusClock clock
)
{
    /// <summary>The client's case, opened now if there is none.</summary>
    public async Task<Case> CaseOfAsync(ClientId client, CancellationToken ct)
    {
        var known =
            db.ChangeTracker.Entries<Case>().Select(e => e.Entity).FirstOrDefault(c => c.ClientId == client)
            ?? await db.Set<Case>().SingleOrDefaultAsync(c => c.ClientId == client, ct);
        if (known is null)
        {
            known = new Case(CaseId.New(), client, await numbers.NextAsync(clock.Today, ct), clock.Today);
            db.Add(known);
        }

        return known;
    }

    /// <summary>Opens one section. The basis must be tracked or stored; its offences are given in their order.</summary>
    public async Task<Section> OpenAsync(
        Client client,
        Basis basis,
        IReadOnlyList<BasisOffence> offences,
        MeasureTerms terms,
        DateOnly openedOn,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var articles = SexualOffences.Articles(openedOn, parameters).ToHashSet();
        var place = new OpeningPlace(
            await CaseOfAsync(client.Id, ct),
            await competence.SuggestAsync(client.Id, openedOn, ct),
            await SexualBeforeAsync(client.Id, articles, ct),
            articles,
            parameters
        );
        return Open(client, basis, offences, terms, openedOn, place);
    }

    /// <summary>Opens one section where everything about the client is read already: for many at once.</summary>
    public Section Open(
        Client client,
        Basis basis,
        IReadOnlyList<BasisOffence> offences,
        MeasureTerms terms,
        DateOnly openedOn,
        OpeningPlace place
    )
    {
        var door = doors.OfMeasure(terms.Measure);
        var section = new Section(
            SectionId.New(),
            place.File.Id,
            client.Id,
            door.Code,
            terms.Measure,
            basis.Id,
            openedOn
        );
        place.MarkOffences(section, offences);
        section.Assign(place.Office.Office, place.Office.Reason, null);
        if (place.Office.Office is { } office)
        {
            db.Add(new Assignment(section.Id, office, null, openedOn, "first"));
        }

        db.Add(section);
        door.Open(
            db,
            new OpeningSection(section, terms, basis.InForceOn, basis.IssuedOn, client.BirthDate, place.Parameters)
        );
        return section;
    }

    private async Task<bool> SexualBeforeAsync(ClientId client, HashSet<CriminalArticle> articles, CancellationToken ct)
    {
        var earlier = await db.Set<EarlierConviction>()
            .Where(c => c.ClientId == client)
            .Select(c => new { c.Article, c.Sup })
            .ToListAsync(ct);
        return earlier.Any(c => OpeningPlace.IsAmong(articles, c.Article, c.Sup));
    }
}
