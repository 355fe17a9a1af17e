using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Plus.Shared.Audit.Proof;

/// <summary>
/// Events that lost their words when a person was erased: the event of the erasure, itself sealed, names each with the
/// SHA-256 of what is left of it. The hash that was sealed stays and goes into the next one, so that its place is proved.
/// </summary>
internal sealed class Reductions(IReadOnlyDictionary<Guid, string> hashes)
{
    /// <summary>The type of event that tells of an erasure.</summary>
    public const string Type = "retention.erased";

    public static readonly Reductions None = new(new Dictionary<Guid, string>());

    public bool Explain(Guid id, string line) =>
        hashes.TryGetValue(id, out var hash)
        && hash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    public static async Task<Reductions> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT values ->> 'reduced' FROM audit.process WHERE type = '{Type}' AND values ? 'reduced'",
            connection
        );
        command.CommandTimeout = 0;
        var hashes = new Dictionary<Guid, string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            using var json = JsonDocument.Parse(reader.GetString(0));
            Take(json.RootElement, hashes);
        }

        return new Reductions(hashes);
    }

    /// <summary>From the lines of a copy.</summary>
    public static Reductions Read(IEnumerable<string> lines)
    {
        var hashes = new Dictionary<Guid, string>();
        foreach (var line in lines.Where(l => l.Contains($"\"{Type}\"", StringComparison.Ordinal)))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                if (
                    json.RootElement.GetProperty("type").GetString() == Type
                    && json.RootElement.GetProperty("values").TryGetProperty("reduced", out var reduced)
                )
                {
                    Take(reduced, hashes);
                }
            }
            catch (JsonException)
            {
                // A line that is no event is found by the chain itself.
            }
        }

        return new Reductions(hashes);
    }

    private static void Take(JsonElement reduced, Dictionary<Guid, string> hashes)
    {
        foreach (var one in reduced.EnumerateObject())
        {
            hashes[Guid.Parse(one.Name)] = one.Value.GetString() ?? "";
        }
    }
}
