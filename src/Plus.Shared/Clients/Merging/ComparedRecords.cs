using System.Text;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Merging;

/// <summary>Two records side by side, field by field, and what a merge would move.</summary>
internal sealed class ComparedRecords(PlusDb db, Texts texts)
{
    public async Task<IReadOnlyList<ComparedField>> FieldsAsync(ClientId first, ClientId second, CancellationToken ct)
    {
        var ids = new[] { first, second };
        var clients = await db.Set<Client>()
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, ct);
        var names = Of(
            await db.Set<ClientName>().AsNoTracking().Where(n => ids.Contains(n.ClientId)).ToListAsync(ct),
            n => n.ClientId
        );
        var codes = Of(
            await db.Set<ClientIdentifier>().AsNoTracking().Where(i => ids.Contains(i.ClientId)).ToListAsync(ct),
            i => i.ClientId
        );
        var addresses = Of(
            await db.Set<ClientAddress>()
                .AsNoTracking()
                .Where(a => ids.Contains(a.ClientId) && a.To == null)
                .ToListAsync(ct),
            a => a.ClientId
        );
        var reaches = Of(
            await db.Set<ClientReach>()
                .AsNoTracking()
                .Where(r => ids.Contains(r.ClientId) && r.To == null)
                .ToListAsync(ct),
            r => r.ClientId
        );
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => ids.Contains(c.ClientId))
            .ToDictionaryAsync(c => c.ClientId, c => c.Number, ct);
        var sections = Of(
            await db.Set<Section>().AsNoTracking().Where(s => ids.Contains(s.ClientId)).ToListAsync(ct),
            s => s.ClientId
        );
        return
        [
            Field("GivenName", id => clients[id].GivenName),
            Field("Surname", id => clients[id].Surname),
            Field("BirthDate", id => texts.Write(clients[id].BirthDate)),
            Field("Sex", id => clients[id].Sex is { } sex ? texts["clients.sex." + sex] : null),
            Field("Citizenship", id => clients[id].Citizenship),
            Field("Names", id => Join(names[id].Select(n => $"{n.GivenName} {n.Surname}"))),
            Field(
                "Identifiers",
                id =>
                    Join(codes[id].Select(i => PersonalCode.TryParse(i.Value, out var code) ? code.Format() : i.Value))
            ),
            Field("Addresses", id => Join(addresses[id].Select(a => a.Text))),
            Field("Reaches", id => Join(reaches[id].Select(r => r.Value))),
            Field("Case", id => cases.GetValueOrDefault(id)),
            Field(
                "Sections",
                id => Join(sections[id].Select(s => texts["law.measure." + s.Measure] + " " + texts.Write(s.OpenedOn)))
            ),
        ];

        ComparedField Field(string name, Func<ClientId, string?> value) =>
            new(texts["clients.merge.field." + name], Null(value(first)), Null(value(second)));
    }

    /// <summary>Rows of each table under the two records; tables with none are left out.</summary>
    public async Task<IReadOnlyList<MovedRows>> RowsAsync(ClientId first, ClientId second, CancellationToken ct)
    {
        var sql = new StringBuilder();
        foreach (var column in MovableColumns.Of(db))
        {
            var name = column.Property.GetColumnName();
            sql.Append(sql.Length == 0 ? "" : " UNION ALL ");
            sql.Append(
                $"SELECT '{column.Table}', count(*) FILTER (WHERE {name} = @first), count(*) FILTER (WHERE {name} = @second) FROM {column.Table} WHERE {name} IN (@first, @second)"
            );
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.ReachedCommand(sql.ToString());
            command.Parameters.AddWithValue("first", first.Value);
            command.Parameters.AddWithValue("second", second.Value);
            var rows = new List<MovedRows>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add(new MovedRows(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
            }

            return
            [
                .. rows.GroupBy(r => texts.Maybe("clients.merge.rows." + r.What) ?? texts["clients.merge.rows.other"])
                    .Select(g => new MovedRows(g.Key, g.Sum(r => r.First), g.Sum(r => r.Second)))
                    .Where(r => r.First + r.Second > 0),
            ];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static ILookup<ClientId, T> Of<T>(List<T> rows, Func<T, ClientId> client) => rows.ToLookup(client);

    private static string Join(IEnumerable<string> values) =>
        string.Join(", ", values.Distinct().Order(StringComparer.Ordinal));

    private static string? Null(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>A field of two records.</summary>
internal sealed record ComparedField(string Label, string? First, string? Second)
{
    /// <summary>Equal after folding: diacritics and capitals do not make two people.</summary>
    public bool Same => First is not null && NameFolding.Fold(First) == NameFolding.Fold(Second);

    /// <summary>Both known and unlike.</summary>
    public bool Differs => First is not null && Second is not null && !Same;
}

/// <summary>How many rows a merge would move from the one or from the other.</summary>
internal sealed record MovedRows(string What, long First, long Second);
