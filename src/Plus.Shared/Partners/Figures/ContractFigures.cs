using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Partners.Figures;

/// <summary>Contracts with host employers.</summary>
internal static class ContractFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Named =
            [
                new NamedSource(
                    "partners.host_contract k join partners.host_employer h on h.id = k.host_employer_id",
                    "k.number || ' · ' || h.name",
                    "k.valid_from",
                    "k.valid_to",
                    "h.office_id"
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["sd.contracts_active"] = "k.valid_from <= @end and (k.valid_to is null or k.valid_to >= @end)",
                        ["sd.contracts_new_ngo_religious"] =
                            "k.valid_from between @start and @end and h.kind in ('association', 'foundation', 'religious')",
                    },
                },
            ],
            Definitions =
            [
                new("sd.contracts_active", "contracts", new CountOf("sd.contracts_active")),
                new("sd.contracts_new_ngo_religious", "contracts", new CountOf("sd.contracts_new_ngo_religious")),
            ],
        };
}
