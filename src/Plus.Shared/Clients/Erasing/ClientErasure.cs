using Plus.Kernel.Modules;

namespace Plus.Shared.Clients.Erasing;

/// <summary>
/// What becomes of a person: who it was and how to reach it goes. Sex, a year of birth and codes stay, so that figures
/// of past years add up as before.
/// </summary>
internal static class ClientErasure
{
    public static readonly ErasureRule[] Rules =
    [
        new("clients.client")
        {
            Set = new Dictionary<string, string>
            {
                ["given_name"] = "'–'",
                ["surname"] = "'–'",
                ["languages"] = "'{}'",
                ["birth_date"] = "retention.coarse_birth(id)",
                ["died_on"] = "date_trunc('year', died_on)::date",
            },
        },
        new("clients.client_address") { Delete = true },
        new("clients.client_identifier") { Delete = true },
        new("clients.client_name") { Delete = true },
        new("clients.client_reach") { Delete = true },
        new("clients.earlier_conviction") { Delete = true },
        new("clients.must_not_meet") { Delete = true },
        new("clients.possible_duplicate") { Delete = true },
        new("clients.related_person") { Delete = true },
    ];
}
