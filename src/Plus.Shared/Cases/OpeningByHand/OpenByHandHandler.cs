using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>Opens a section from a document on paper: the document, its offences, the section, the suggested office, tasks.</summary>
internal sealed class OpenByHandHandler(
    PlusDb db,
    OpeningClient clients,
    SectionOpening opening,
    SectionEditing editing,
    CurrentRules rules,
    PlusClock clock
)
{
    /// <summary>What the law says against the document; a human decides, so it warns and does not refuse.</summary>
    public async Task<IReadOnlyList<Verdict.Refused>> WarningsAsync(
        Client client,
        OpeningState state,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var day = state.Offences.Min(o => o.CommittedOn);
        var verdicts = new List<Verdict>();
        if (day is { } committed)
        {
            verdicts.Add(RulingChecks.AgeAtOffence(state.Measure!, client.BirthDate, committed, parameters));
        }

        if (state.InForceOn is { } inForce && state.IssuedOn is { } issued)
        {
            verdicts.Add(RulingChecks.DatesInOrder(issued, inForce));
        }

        return [.. verdicts.OfType<Verdict.Refused>()];
    }

    public async Task<Outcome<Section>> HandleAsync(ClientId id, OpeningState state, CancellationToken ct)
    {
        if (await clients.FindAsync(id, ct) is not { } client)
        {
            return new NoSuchRecord();
        }

        var received = state.ReceivedOn ?? clock.Today;
        if (received > clock.Today)
        {
            return new DayIsInFuture("ReceivedOn");
        }

        var basis = new Basis(BasisId.New(), id, state.Kind!, state.Number!.Trim(), state.IssuedOn!.Value);
        basis.Issue(
            state.IssuerKind,
            state.IssuerName,
            state.ComesIntoForce ? state.InForceOn : null,
            state.ProceedingNo,
            null
        );
        var offences = state
            .Offences.Select(
                (o, i) => new BasisOffence(basis.Id, i + 1, o.Article, o.Sup, o.Part, o.Point, o.CommittedOn)
            )
            .ToList();
        db.Add(basis);
        db.AddRange(offences);
        var section = await opening.OpenAsync(client, basis, offences, state.Terms(), received, ct);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Opened)
            {
                OnDay = received,
                LegalBasis = $"{state.Kind} {state.Number}",
                Values = new Dictionary<string, object?>
                {
                    ["measure"] = section.Measure,
                    ["function"] = section.Function,
                },
            },
            ct
        );
        return done.Done ? section : done.Refusal;
    }
}
