using Npgsql;
using Plus.Host.Demo.People;
using Plus.Kernel.Ids;

namespace Plus.Host.Demo.Organisation;

/// <summary>The delivered offices with their share of the work.</summary>
internal static class DemoOffices
{
    public static async Task<List<DemoOffice>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT o.id, o.code, o.name, r.code,
                   (SELECT min(t.territory_code) FROM organisation.office_territory t WHERE t.office_id = o.id),
                   o.valid_from, o.kind
            FROM organisation.office o JOIN organisation.region r ON r.id = o.region_id
            WHERE o.kind IN ('general', 'childrenAndYouth') ORDER BY o.code COLLATE "C"
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (offices, forChildren) = (
            new List<DemoOffice>(),
            new Dictionary<string, DemoOffice>(StringComparer.Ordinal)
        );
        while (await reader.ReadAsync(ct))
        {
            var name = reader.GetString(2);
            var general = reader.GetString(6) == "general";
            var office = new DemoOffice
            {
                Id = new OfficeId(reader.GetGuid(0)),
                Code = reader.GetString(1),
                Name = name,
                Region = reader.GetString(3),
                Place = name.Split(' ')[0],
                Territory = await reader.IsDBNullAsync(4, ct) ? "" : reader.GetString(4),
                From = general ? null : reader.GetFieldValue<DateOnly>(5),
                Weight = WeightOf(reader.GetString(1)),
            };
            if (general)
            {
                offices.Add(office);
            }
            else
            {
                forChildren[office.Region] = office;
            }
        }

        // An office that shares its town with another has no territory of its own in the map: it takes the town's.
        var named = offices.Where(o => o.Territory.Length > 0).ToLookup(o => o.Place, StringComparer.Ordinal);
        var first = offices.First(o => o.Territory.Length > 0);
        foreach (var office in offices)
        {
            office.ForChildren = forChildren.GetValueOrDefault(office.Region);
            if (office.Territory.Length == 0)
            {
                office.Territory = named[office.Place].FirstOrDefault(first).Territory;
            }
        }

        return offices;
    }

    private static int WeightOf(string code) =>
        code switch
        {
            "RA-CEN" or "RA-LAT" or "RA-VID" or "RR-KUR" or "RR-ZEM" or "RR-PAR" or "RA-ZIE" => 9,
            "LA-DA1" or "LA-DA2" or "KU-LI1" or "KU-LI2" or "ZE-JE1" or "ZE-JE2" or "RR-JUR" or "LA-REZ" => 6,
            _ => 4,
        };
}
