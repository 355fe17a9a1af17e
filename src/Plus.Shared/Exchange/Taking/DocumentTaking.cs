using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Taking;

/// <summary>
/// Gives a founding document its effect: the client, the document with its offences, a section for each measure. Adds to
/// the context; the batch writes.
/// </summary>
internal sealed class DocumentTaking(PlusDb db, SectionOpening opening)
{
    private readonly PersonTaking _people = new(db);

    /// <summary>Takes the document in for this client.</summary>
    public void Take(IntakeMessage row, IntakeContent content, KnownClient who, BatchGround ground)
    {
        var terms = MessageTerms.Of(content);
        var reasons = AttentionRules.Of(content, terms, who.HasRepresentative, ground.Map, ground.Parameters);
        _people.Apply(who, content, corrects: false);
        var (basis, offences) = AddBasis(content, who.Client.Id);
        var place = PlaceOf(who, ground);
        OpenAll(terms.Open, who.Client, basis, offences, place, ground);
        if (NoOffice(place, terms, reasons) is { } noOffice)
        {
            reasons.Add(noOffice);
        }

        Become(row, reasons, who.Client.Id);
    }

    /// <summary>A client nobody knew yet.</summary>
    public KnownClient NewClient(IntakeContent content, BatchGround ground)
    {
        var person = content.Person!;
        var client = new Client(ClientId.New(), person.GivenName, person.Surname, person.BirthDate!.Value, person.Sex)
        {
            CreatedAt = ground.Now,
        };
        db.Add(client);
        return new KnownClient(client);
    }

    /// <summary>The document and its offences, added to the context.</summary>
    public (Basis Basis, IReadOnlyList<BasisOffence> Offences) AddBasis(IntakeContent content, ClientId client)
    {
        var basis = new Basis(BasisId.New(), client, content.DocumentKind, content.Number!, content.IssuedOn!.Value);
        basis.Issue(
            content.Sender.Kind,
            content.Sender.Name,
            content.InForceOn,
            content.ProceedingNo,
            content.MessageId
        );
        db.Add(basis);
        var offences = content
            .Offences.Select(
                (o, i) => new BasisOffence(basis.Id, i + 1, o.Article, o.Sup, o.Part, o.Point, o.CommittedOn)
            )
            .ToList();
        db.AddRange(offences);
        return (basis, offences);
    }

    /// <summary>The client's case (opened when there is none) and the competent office.</summary>
    public OpeningPlace PlaceOf(KnownClient who, BatchGround ground)
    {
        if (who.File is null)
        {
            who.File = new Case(CaseId.New(), who.Client.Id, ground.CaseNumbers.Dequeue(), ground.Today);
            db.Add(who.File);
        }

        var office = TerritorialCompetence.Choose(who.OpenOffice, who.Addresses, ground.Map, ground.Today);
        return new OpeningPlace(who.File, office, who.SexualBefore, ground.SexualArticles, ground.Parameters);
    }

    /// <summary>Opens a section for each measure.</summary>
    public void OpenAll(
        IEnumerable<MeasureTerms> measures,
        Client client,
        Basis basis,
        IReadOnlyList<BasisOffence> offences,
        OpeningPlace place,
        BatchGround ground
    )
    {
        foreach (var terms in measures)
        {
            ground.Changed.Add(opening.Open(client, basis, offences, terms, ground.Today, place).Id);
        }
    }

    /// <summary>The office is unknown although the residence is known.</summary>
    public static IntakeReason? NoOffice(OpeningPlace place, MessageTerms terms, List<IntakeReason> reasons) =>
        place.Office.Office is null
        && terms.Open.Count > 0
        && !reasons.Exists(r => r.Code is IntakeReasons.NoDeclaredResidence or IntakeReasons.UnknownTerritory)
            ? IntakeReason.Of(IntakeReasons.NoCompetentOffice, "person.declaredAddress.atvk")
            : null;

    /// <summary>Sets where the message stands.</summary>
    public static void Become(IntakeMessage row, IReadOnlyList<IntakeReason> reasons, ClientId? client) =>
        row.Become(
            reasons.Count == 0 ? IntakeState.Accepted : IntakeState.Attention,
            [.. reasons.Select(r => r.Code).Distinct()],
            IntakeReason.Write(reasons),
            client
        );

    /// <summary>The audited act of a message.</summary>
    public static ProcessStart ProcessOf(ProcessType type, IntakeMessage row, IntakeContent content) =>
        new(type)
        {
            Client = row.ClientId,
            Subject = row.Id,
            Values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["kind"] = content.DocumentKind,
                ["number"] = content.Number,
                ["issuedOn"] = content.IssuedOn,
                ["sender"] = content.Sender.Kind,
            },
        };
}
