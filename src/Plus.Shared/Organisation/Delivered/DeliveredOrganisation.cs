using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Shared.Organisation.Delivered;

/// <summary>
/// The regions, offices, territories and the map between them that come with PLUS. Territories are completed at every
/// migration; the rest is laid down once, in a database that has no office yet, and is the Service's own from then on.
/// </summary>
public static class DeliveredOrganisation
{
    public static OrganisationFile Read() =>
        new(
            Part<RegionsPart>("regions.json").Regions,
            Part<OfficesPart>("offices.json").Offices,
            Part<TerritoriesPart>("territories.json").Territories,
            Part<OfficeTerritoriesPart>("officeTerritories.json").OfficeTerritories
        );

    public static async Task SeedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var delivered = Read();
        await AddMissingTerritoriesAsync(connection, delivered.Territories, ct);
        await using var any = new NpgsqlCommand("SELECT EXISTS (SELECT FROM organisation.office)", connection);
        if (await any.ExecuteScalarAsync(ct) is false)
        {
            await OrganisationWriter.WriteAsync(connection, delivered, assumed: true, ct);
        }
    }

    internal static async Task AddMissingTerritoriesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<TerritoryLine> territories,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO organisation.territory (code, name, valid_from, valid_to)
            SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[])
            ON CONFLICT (code) DO NOTHING
            """,
            connection
        );
        command.Parameters.AddWithValue(territories.Select(t => t.Code).ToArray());
        command.Parameters.AddWithValue(territories.Select(t => t.Name).ToArray());
        command.Parameters.AddWithValue(territories.Select(t => t.From).ToArray());
        command.Parameters.AddWithValue(territories.Select(t => t.To).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    private static T Part<T>(string file) =>
        DeliveredFile.Read<T>(typeof(DeliveredOrganisation).Assembly, "Plus.Shared/Organisation/Delivered/" + file);

    private sealed record RegionsPart(string About, IReadOnlyList<RegionLine> Regions);

    private sealed record OfficesPart(string About, IReadOnlyList<OfficeLine> Offices);

    private sealed record TerritoriesPart(string About, IReadOnlyList<TerritoryLine> Territories);

    private sealed record OfficeTerritoriesPart(string About, IReadOnlyList<OfficeTerritoryLine> OfficeTerritories);
}
