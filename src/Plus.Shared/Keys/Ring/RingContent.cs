using System.Text.Json;

namespace Plus.Shared.Keys.Ring;

/// <summary>The keys of a ring and which of them seals now; how they are written into the file.</summary>
internal sealed record RingContent(string Current, IReadOnlyList<MasterKey> Keys)
{
    private sealed record KeyLine(string Id, DateTimeOffset Made, string Key);

    private sealed record FileContent(string Current, IReadOnlyList<KeyLine> Keys);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public MasterKey CurrentKey => Find(Current)!;

    public MasterKey? Find(string id) => Keys.FirstOrDefault(k => k.Id == id);

    public RingContent With(MasterKey added) => Find(added.Id) is null ? this with { Keys = [.. Keys, added] } : this;

    public byte[] Write() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new FileContent(
                Current,
                [.. Keys.Select(k => new KeyLine(k.Id, k.MadeAt, Convert.ToBase64String(k.Bytes)))]
            ),
            Options
        );

    /// <exception cref="FormatException">It is no ring, or a key does not belong to its id.</exception>
    public static RingContent Read(ReadOnlySpan<byte> json)
    {
        FileContent? content;
        try
        {
            content = JsonSerializer.Deserialize<FileContent>(json, Options);
        }
        catch (JsonException broken)
        {
            throw new FormatException("It does not hold master keys.", broken);
        }

        if (content is not { Current: not null, Keys.Count: > 0 })
        {
            throw new FormatException("It does not hold master keys.");
        }

        var keys = content.Keys.Select(k => MasterKey.Of(Convert.FromBase64String(k.Key), k.Made)).ToList();
        var ring = new RingContent(content.Current, keys);
        return
            keys.Zip(content.Keys).All(k => k.First.Id == k.Second.Id && k.First.Bytes.Length == MasterKey.Length)
            && ring.Find(ring.Current) is not null
            ? ring
            : throw new FormatException("A master key in it is damaged.");
    }
}
