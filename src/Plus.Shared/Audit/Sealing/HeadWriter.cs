using System.Text;
using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>Signs where the chains stand and writes it outside the database.</summary>
public sealed class HeadWriter(NpgsqlDataSource source, PlusClock clock, AuditPlaces places)
{
    // When nothing happens, a head an hour still says so.
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>Writes a head unless the last one says the same.</summary>
    /// <returns>Whether one was written.</returns>
    public async Task<bool> WriteAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var tails = await ChainTail.ReadAsync(connection, ct);
        var chains = tails.ToDictionary(t => t.Chain, t => new HeadChain(t.Count, t.Hash), StringComparer.Ordinal);
        using var key = SigningKey.LoadOrMake(places);
        using var alone = Alone();
        var lastJson = HeadFolder.LastJson(places.Folder);
        var last = lastJson is null ? null : AuditHead.Read(lastJson);
        var now = clock.Now;
        if (last is not null && now - last.At < Quiet && Same(last.Chains, chains))
        {
            Mirror();
            return false;
        }

        Append(key, new AuditHead((last?.Number ?? 0) + 1, now, DigestOf(lastJson), key.Id, chains));
        Mirror();
        return true;
    }

    /// <summary>Replaces the key: the old one signs, as its last act, which one follows.</summary>
    /// <returns>The new key's id.</returns>
    public string Rotate()
    {
        using var old = SigningKey.LoadOrMake(places);
        using var alone = Alone();
        var lastJson = HeadFolder.LastJson(places.Folder);
        var last = lastJson is null ? null : AuditHead.Read(lastJson);
        File.Copy(
            Path.Combine(places.Folder, SigningKey.PublicName),
            Path.Combine(places.Folder, $"audit-key-{old.Id}.pub.pem"),
            overwrite: true
        );
        // The old key stays until the head that names its successor is written.
        var next = places with
        {
            KeyPath = places.KeyPath + ".next",
            Folder = Path.Combine(places.Folder, "next"),
        };
        SigningKey.Make(next);
        using var made = SigningKey.LoadOrMake(next);
        using var named = SigningKey.ReadPublic(made.PublicPem);
        Append(
            old,
            new AuditHead(
                (last?.Number ?? 0) + 1,
                clock.Now,
                DigestOf(lastJson),
                old.Id,
                last?.Chains ?? new Dictionary<string, HeadChain>(),
                Convert.ToBase64String(named.ExportSubjectPublicKeyInfo())
            )
        );
        File.Move(next.KeyPath, places.KeyPath, overwrite: true);
        File.Move(
            Path.Combine(next.Folder, SigningKey.PublicName),
            Path.Combine(places.Folder, SigningKey.PublicName),
            overwrite: true
        );
        Directory.Delete(next.Folder);
        Mirror();
        return made.Id;
    }

    // A command and the server may write heads at the same moment.
    private FileStream Alone()
    {
        for (var patience = 200; ; patience--)
        {
            try
            {
                return new FileStream(
                    Path.Combine(places.Folder, "heads.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException) when (patience > 0)
            {
                Thread.Sleep(25);
            }
        }
    }

    private void Append(SigningKey key, AuditHead head)
    {
        var json = head.Json();
        var signature = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(json)));
        HeadFolder.Append(places.Folder, head.At, signature + "\t" + json);
    }

    private void Mirror()
    {
        if (places.CopyFolder is { } copy)
        {
            HeadFolder.Mirror(places.Folder, copy);
        }
    }

    private static string DigestOf(string? json) => json is null ? "" : AuditHead.DigestOf(json);

    private static bool Same(IReadOnlyDictionary<string, HeadChain> one, Dictionary<string, HeadChain> other) =>
        one.Count == other.Count && one.All(c => other.GetValueOrDefault(c.Key) == c.Value);
}
