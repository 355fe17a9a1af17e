using Plus.Host.Demo.Storage;
using Plus.Shared.Support;
using Plus.Shared.Support.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Providers of rehabilitation and specialists, with their contracts.</summary>
internal sealed class SupportProviders(CopyStore store, DemoOptions options)
{
    private static readonly string[] Providers =
    [
        "Biedrība “Atbalsta tilts”",
        "Biedrība “Jaunais ceļš”",
        "Biedrība “Otrā elpa”",
        "Biedrība “Rīta krasts”",
        "Nodibinājums “Mājas sajūta”",
        "Nodibinājums “Pārmaiņu nams”",
        "Biedrība “Savs solis”",
        "Reliģiska organizācija “Žēlsirdības māja”",
    ];

    private static readonly decimal[] Prices = [20.00m, 25.00m, 30.00m, 40.00m, 22.50m, 28.00m, 21.43m, 35.00m];

    private readonly Dictionary<string, ProviderContract> _specialists = new(StringComparer.Ordinal);
    private readonly List<ProviderContract> _homes = [];

    public IReadOnlyList<ProviderContract> Homes => _homes;

    /// <summary>The contract for a specialist on a day.</summary>
    public ProviderContract Specialist(string kind, DateOnly on) =>
        _specialists[kind + (kind == "mentalHealth" && on.Year < 2024 ? "-2023" : "")];

    public void Write()
    {
        var from = new DateOnly(Math.Max(2019, options.FirstYear), 1, 1);
        var to = new DateOnly(options.Today.Year, 12, 31);
        for (var i = 0; i < Providers.Length; i++)
        {
            var kind =
                Providers[i].StartsWith("Biedrība", StringComparison.Ordinal) ? "association"
                : Providers[i].StartsWith("Nodibinājums", StringComparison.Ordinal) ? "foundation"
                : "religious";
            var home = Contract(Provider(Providers[i], kind), SupportKinds.Rehabilitation, "budget", from, to, i + 1);
            home.Agree(60_000, Prices[i], 3 + (i % 3));
            _homes.Add(home);
        }

        var clinic = Provider("SIA “Prāta veselība”", "company");
        Agree(clinic, "mentalHealth", "esf912", new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31), 45);
        Agree(clinic, "mentalHealth", "esf4346", new DateOnly(2024, 1, 1), to, 55);
        Agree(clinic, "psychotherapy", "esf4346", new DateOnly(2024, 9, 1), to, 60);
        Agree(Provider("Atkarību speciālists J. Paraugs", "selfEmployed"), "addiction", "budget", from, to, 40);
        Agree(Provider("SIA “Tiesību birojs”", "company"), "lawyer", "budget", from, to, 50);
    }

    private Provider Provider(string name, string kind)
    {
        var provider = new Provider(Guid.CreateVersion7());
        provider.Describe(name, kind, null, "Parauga iela 1, Rīga", "Koordinators, +371 20000000");
        store.Add(provider);
        return provider;
    }

    private void Agree(Provider provider, string kind, string funding, DateOnly from, DateOnly to, decimal price)
    {
        var contract = Contract(provider, kind, funding, from, to, 20 + _specialists.Count);
        contract.Agree(150_000, price, null);
        _specialists[kind + (to.Year == 2023 ? "-2023" : "")] = contract;
    }

    private ProviderContract Contract(
        Provider provider,
        string kind,
        string funding,
        DateOnly from,
        DateOnly to,
        int number
    )
    {
        var contract = new ProviderContract(
            provider.Id,
            kind,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from.Year}/AP-{number:00}"),
            funding,
            from,
            to
        );
        store.Add(contract);
        return contract;
    }
}
