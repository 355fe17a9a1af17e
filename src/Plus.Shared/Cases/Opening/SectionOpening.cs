using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Law.Sections;
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
        var file = await CaseOfAsync(client.Id, ct);
        var door = doors.OfMeasure(terms.Measure);
        var section = new Section(SectionId.New(), file.Id, client.Id, door.Code, terms.Measure, basis.Id, openedOn);
        var main = offences.OrderBy(o => o.Ordinal).FirstOrDefault();
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        section.MainOffence(main?.Article, main?.Sup, await SexualAsync(client.Id, offences, openedOn, parameters, ct));
        var suggested = await competence.SuggestAsync(client.Id, openedOn, ct);
        section.Assign(suggested.Office, suggested.Reason, null);
        if (suggested.Office is { } office)
        {
            db.Add(new Assignment(section.Id, office, null, openedOn, "first"));
        }

        db.Add(section);
        door.Open(
            db,
            new OpeningSection(section, terms, basis.InForceOn, basis.IssuedOn, client.BirthDate, parameters)
        );
        return section;
    }

    private async Task<bool> SexualAsync(
        ClientId client,
        IReadOnlyList<BasisOffence> offences,
        DateOnly on,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        if (offences.Any(o => IsSexual(o.Article, o.Sup)))
        {
            return true;
        }

        var earlier = await db.Set<EarlierConviction>()
            .Where(c => c.ClientId == client)
            .Select(c => new { c.Article, c.Sup })
            .ToListAsync(ct);
        return earlier.Any(c => IsSexual(c.Article, c.Sup));

        bool IsSexual(string article, int? sup) =>
            CriminalArticle.TryParse(sup is null ? article : $"{article}.{sup}", out var parsed)
            && SexualOffences.IsSexualOffence(parsed, on, parameters);
    }
}
