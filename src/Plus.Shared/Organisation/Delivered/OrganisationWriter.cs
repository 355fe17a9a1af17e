using Npgsql;
using Plus.Kernel.Ids;

namespace Plus.Shared.Organisation.Delivered;

/// <summary>Writes a whole organisation into a database that has none.</summary>
public static class OrganisationWriter
{
    /// <param name="connection">Inside a transaction where all or nothing is wanted.</param>
    /// <param name="file">Checked before; a code that leads nowhere fails.</param>
    /// <param name="assumed">Whether the map of territories waits for the Service's confirmation.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        OrganisationFile file,
        bool assumed,
        CancellationToken ct
    )
    {
        var regions = file.Regions.ToDictionary(r => r.Code, _ => RegionId.New(), StringComparer.Ordinal);
        var offices = file.Offices.ToDictionary(o => o.Code, _ => OfficeId.New(), StringComparer.Ordinal);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var region in file.Regions)
        {
            Add(
                batch,
                "INSERT INTO organisation.region (id, code, name, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)",
                regions[region.Code].Value,
                region.Code,
                region.Name,
                region.From,
                region.To
            );
        }

        foreach (var office in file.Offices)
        {
            Add(
                batch,
                "INSERT INTO organisation.office (id, region_id, code, name, kind, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                offices[office.Code].Value,
                office.Region is null ? null : regions[office.Region].Value,
                office.Code,
                office.Name,
                office.Kind,
                office.From,
                office.To
            );
        }

        foreach (var line in file.OfficeTerritories)
        {
            Add(
                batch,
                "INSERT INTO organisation.office_territory (id, territory_code, office_id, valid_from, valid_to, assumed) VALUES ($1, $2, $3, $4, $5, $6)",
                Guid.CreateVersion7(),
                line.Territory,
                offices[line.Office].Value,
                line.From,
                line.To,
                assumed
            );
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }
}
