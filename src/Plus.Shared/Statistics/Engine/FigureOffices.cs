using Npgsql;
using Plus.Kernel.Ids;
using Plus.Law.Rules;

namespace Plus.Shared.Statistics.Engine;

/// <summary>Chosen counters by office, in one statement.</summary>
public sealed class FigureOffices(FigureCatalog catalog)
{
    /// <summary>What is shown of each office, in order.</summary>
    public static IReadOnlyList<string> Counters { get; } =
    [
        "clients.worked",
        "clients.started",
        "sd.clients",
        "arpl_sd.clients",
        "su.clients",
        "iz.requests",
        "me.processes",
        "po.clients",
    ];

    /// <summary>By office; the null key holds sections that no office carries out yet.</summary>
    public async Task<IReadOnlyList<(OfficeId? Office, IReadOnlyList<long> Counts)>> ReadAsync(
        NpgsqlConnection connection,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            FigureSql.ByOffice(catalog, Counters, period, parameters),
            connection
        );
        period.Bind(command.Parameters, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(OfficeId?, IReadOnlyList<long>)>();
        while (await reader.ReadAsync(ct))
        {
            OfficeId? office = await reader.IsDBNullAsync(0, ct) ? null : new OfficeId(reader.GetGuid(0));
            rows.Add((office, [.. Enumerable.Range(1, Counters.Count).Select(reader.GetInt64)]));
        }

        return rows;
    }
}
