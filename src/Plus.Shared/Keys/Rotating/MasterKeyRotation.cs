using System.Xml.Linq;
using Npgsql;
using Plus.Shared.Keys.Cookies;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Keys.Rotating;

/// <summary>
/// Puts a new master key in use and seals anew what older ones sealed, while PLUS serves. Older keys stay on the ring:
/// backups made before need them.
/// </summary>
/// <param name="connectionString">Of the owner.</param>
/// <param name="columns">Where rooms keep sealed keys.</param>
internal sealed class MasterKeyRotation(
    KeyPlaces places,
    string connectionString,
    IReadOnlyCollection<WrappedKeyColumn> columns
)
{
    private const int Batch = 500;

    /// <summary>Adds a key without using it yet, so that every node can be given the file first.</summary>
    public string Prepare(DateTimeOffset now)
    {
        var content = KeyFile.Read(places).Content;
        var made = MasterKey.Make(now);
        KeyFile.Write(places, content.With(made));
        return made.Id;
    }

    /// <summary>The prepared key, else a new one, seals from now on.</summary>
    /// <returns>Its id and how many keys were sealed anew.</returns>
    public async Task<(string Id, int Sealed)> RotateAsync(DateTimeOffset now, CancellationToken ct)
    {
        var content = KeyFile.Read(places).Content;
        var next = content.Keys[^1].Id == content.Current ? MasterKey.Make(now) : content.Keys[^1];
        await using var source = NpgsqlDataSource.Create(connectionString);
        // Known to the database before anything is sealed with it: a lost file is noticed from then on.
        await using (
            var known = source.CreateCommand(
                "INSERT INTO keys.master_key (id, made_at) VALUES ($1, $2) ON CONFLICT DO NOTHING"
            )
        )
        {
            KeyFile.Write(places, content.With(next) with { Current = next.Id });
            known.Parameters.AddWithValue(next.Id);
            known.Parameters.AddWithValue(next.MadeAt);
            await known.ExecuteNonQueryAsync(ct);
        }

        return (next.Id, await SealAnewAsync(source, ct));
    }

    /// <summary>Seals with the current key whatever an older one sealed; interrupted, it goes on the next time.</summary>
    private async Task<int> SealAnewAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var ring = KeyRing.Open(places);
        var count = await CookiesAsync(source, ring, ct);
        foreach (var column in columns)
        {
            while (await BatchAsync(source, ring, column, ct) is var done and > 0)
            {
                count += done;
            }
        }

        return count;
    }

    private static async Task<int> CookiesAsync(NpgsqlDataSource source, KeyRing ring, CancellationToken ct)
    {
        var rows = new List<(long Id, XElement Xml)>();
        await using (var read = source.CreateCommand("SELECT id, xml FROM keys.data_protection_key"))
        {
            await using var reader = await read.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add((reader.GetInt64(0), XElement.Parse(reader.GetString(1))));
            }
        }

        var count = 0;
        foreach (var (id, xml) in rows)
        {
            var old = xml.Descendants(MasterKeyXmlEncryptor.Element)
                .Where(e => WrappedKey.Parse(e.Value).KeyId != ring.CurrentId)
                .ToList();
            foreach (var element in old)
            {
                var clear = ring.Unwrap(WrappedKey.Parse(element.Value), "data protection"u8);
                element.Value = ring.Wrap(clear, "data protection"u8).ToString();
            }

            if (old.Count > 0)
            {
                await using var write = source.CreateCommand(
                    "UPDATE keys.data_protection_key SET xml = $2 WHERE id = $1"
                );
                write.Parameters.AddWithValue(id);
                write.Parameters.AddWithValue(xml.ToString(SaveOptions.DisableFormatting));
                await write.ExecuteNonQueryAsync(ct);
                count++;
            }
        }

        return count;
    }

    private static async Task<int> BatchAsync(
        NpgsqlDataSource source,
        KeyRing ring,
        WrappedKeyColumn column,
        CancellationToken ct
    )
    {
        var rows = new List<(Guid Id, WrappedKey Key)>();
        await using (
            var read = source.CreateCommand(
                $"SELECT {column.Id}, {column.KeyId}, {column.Sealed} FROM {column.Table} WHERE {column.KeyId} <> $1 LIMIT {Batch}"
            )
        )
        {
            read.Parameters.AddWithValue(ring.CurrentId);
            await using var reader = await read.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add((reader.GetGuid(0), new WrappedKey(reader.GetString(1), reader.GetFieldValue<byte[]>(2))));
            }
        }

        foreach (var (id, key) in rows)
        {
            var next = ring.Wrap(ring.Unwrap(key, id.ToByteArray()), id.ToByteArray());
            await using var write = source.CreateCommand(
                $"UPDATE {column.Table} SET {column.KeyId} = $3, {column.Sealed} = $4 WHERE {column.Id} = $1 AND {column.KeyId} = $2"
            );
            write.Parameters.AddWithValue(id);
            write.Parameters.AddWithValue(key.KeyId);
            write.Parameters.AddWithValue(next.KeyId);
            write.Parameters.AddWithValue(next.Sealed);
            await write.ExecuteNonQueryAsync(ct);
        }

        return rows.Count;
    }
}
