using Plus.Kernel.Ids;
using Plus.Law.Identity;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Exchange.Taking;

/// <summary>A client with what a message may add to; of a new client everything but the record itself is empty.</summary>
internal sealed class KnownClient(Client client)
{
    public Client Client { get; } = client;

    public List<ClientIdentifier> Identifiers { get; } = [];

    public List<ClientName> Names { get; } = [];

    public List<ClientAddress> Addresses { get; } = [];

    public List<ClientReach> Reach { get; } = [];

    public List<RelatedPerson> Related { get; } = [];

    public Case? File { get; set; }

    /// <summary>The office of the client's oldest open section.</summary>
    public OfficeId? OpenOffice { get; set; }

    public bool SexualBefore { get; set; }

    public bool HasRepresentative => Related.Exists(r => r.IsLegalRepresentative && r.To is null);

    /// <summary>Records that a message may change.</summary>
    public IEnumerable<object> Changeable => [Client, .. Addresses, .. Reach];

    public KnownPerson<ClientId> ForMatching() =>
        new(
            Client.Id,
            new PersonName(Client.GivenName, Client.Surname),
            [.. Names.Select(n => new PersonName(n.GivenName, n.Surname))],
            [
                .. Identifiers
                    .Where(i => i.Kind == IdentifierKind.PersonalCode)
                    .Select(i => PersonalCode.TryParse(i.Value, out var code) ? code : null)
                    .OfType<PersonalCode>(),
            ],
            Client.BirthDate
        );
}
