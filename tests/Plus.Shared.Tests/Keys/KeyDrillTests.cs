using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Serving;
using Plus.Shared.Keys.Exporting;
using Plus.Shared.Keys.Ring;
using Plus.Shared.Keys.Rotating;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Keys;

/// <summary>The keys are rotated, given to two people, lost, and brought back.</summary>
public sealed class KeyDrillTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 4, 15, 7, 0, 0, TimeSpan.Zero);
    private static readonly (string, string) Passphrases = ("pirmās personas frāze", "otrās personas frāze");
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"plus-keys-{Guid.CreateVersion7():n}");
    private TestDatabase _database = null!;

    private KeyPlaces Places => new(_folder);

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task LostKeys_ComeBackFromTwoPeople_AndCookiesOpenAgain()
    {
        var ct = TestContext.Current.CancellationToken;
        var ring = await OpenAsync();
        var cookie = Protect(ring, "session");
        var export = new KeyExport(Encoding.UTF8.GetString(ring.Content.Write()), "PEM", Now);
        var (first, second) = KeyParts.Split(export, Passphrases);
        Directory.Delete(_folder, recursive: true);

        await Assert.ThrowsAsync<KeysUnavailableException>(OpenAsync);
        var back = KeyParts.Join((first, second), Passphrases);
        KeyFile.Write(Places, RingContent.Read(Encoding.UTF8.GetBytes(back.Ring)));

        Assert.Equal("PEM", back.AuditKey);
        Assert.Equal("session", Unprotect(await OpenAsync(), cookie));
        Assert.Equal(1L, await CountAsync("SELECT count(*) FROM keys.master_key", ct));
    }

    [Fact]
    public async Task Rotation_SealsEverythingAnew_AndOldBackupsStillOpen()
    {
        var ct = TestContext.Current.CancellationToken;
        var ring = await OpenAsync();
        var old = ring.CurrentId;
        var cookie = Protect(ring, "session");
        var before = ring.Wrap("a key in an old backup"u8);
        await DoAsync("CREATE TABLE keys.trial (id uuid PRIMARY KEY, key_id text, sealed_key bytea)", ct);
        var id = Guid.CreateVersion7();
        var wrapped = ring.Wrap("a file's key"u8, id.ToByteArray());
        await DoAsync(
            $"INSERT INTO keys.trial VALUES ('{id}', '{wrapped.KeyId}', '\\x{Convert.ToHexString(wrapped.Sealed)}')",
            ct
        );
        var rotation = new MasterKeyRotation(Places, _database.OwnerConnectionString, [new("keys.trial")]);
        var prepared = rotation.Prepare(Now);
        var idle = ring.CurrentId;

        var (current, count) = await rotation.RotateAsync(Now, ct);

        Assert.Equal(old, idle);
        Assert.Equal(prepared, current);
        Assert.Equal(2, count);
        Assert.Equal(current, KeyRing.Open(Places).CurrentId);
        Assert.Equal(0L, await CountAsync($"SELECT count(*) FROM keys.trial WHERE key_id <> '{current}'", ct));
        Assert.Equal(
            0L,
            await CountAsync($"SELECT count(*) FROM keys.data_protection_key WHERE xml LIKE '%{old}%'", ct)
        );
        Assert.Equal("session", Unprotect(await OpenAsync(), cookie));
        Assert.Equal("a key in an old backup"u8.ToArray(), KeyRing.Open(Places).Unwrap(before));
        Assert.NotEqual(current, (await rotation.RotateAsync(Now, ct)).Id);
    }

    [Fact]
    public async Task NothingLeft_IsGivenUpByName_AndTheServiceGoesOn()
    {
        var ct = TestContext.Current.CancellationToken;
        var ring = await OpenAsync();
        var cookie = Protect(ring, "session");
        await Assert.ThrowsAsync<KeysUnavailableException>(() =>
            LostKeys.GiveUpAsync(Places, _database.OwnerConnectionString, [], Now, ct)
        );
        Directory.Delete(_folder, recursive: true);

        var (id, _) = await LostKeys.GiveUpAsync(Places, _database.OwnerConnectionString, [], Now, ct);

        var next = await OpenAsync();
        Assert.Equal(id, next.CurrentId);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Unprotect(next, cookie));
        Assert.Equal("anew", Unprotect(next, Protect(next, "anew")));
    }

    [Fact]
    public void HalfTheKeys_SaysNothing_AndWrongHalvesAreNamed()
    {
        var export = new KeyExport(Encoding.UTF8.GetString(KeyRing.InMemory().Content.Write()), null, Now);
        var (first, second) = KeyParts.Split(export, Passphrases);
        var (other, _) = KeyParts.Split(export, Passphrases);

        string Said(string one, string two, (string, string) passphrases) =>
            Assert.Throws<FormatException>(() => KeyParts.Join((one, two), passphrases)).Message;

        Assert.Contains(
            "second passphrase",
            Said(first, second, (Passphrases.Item1, "nav tā frāze")),
            StringComparison.Ordinal
        );
        Assert.Contains("different exports", Said(other, second, Passphrases), StringComparison.Ordinal);
        Assert.Contains("named twice", Said(first, first, Passphrases), StringComparison.Ordinal);
        Assert.Contains("first file", Said("{}", second, Passphrases), StringComparison.Ordinal);
        Assert.Equal(export, KeyParts.Join((second, first), (Passphrases.Item2, Passphrases.Item1)));
    }

    private Task<KeyRing> OpenAsync() =>
        KeyRingStart.OpenAsync(Places, _database.AppConnectionString, Now, TestContext.Current.CancellationToken);

    private string Protect(KeyRing ring, string text)
    {
        using var app = Build(ring);
        return app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("drill").Protect(text);
    }

    private string Unprotect(KeyRing ring, string text)
    {
        using var app = Build(ring);
        return app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("drill").Unprotect(text);
    }

    private Microsoft.AspNetCore.Builder.WebApplication Build(KeyRing ring) =>
        PlusWebApp.Build(new ServeSettings(_database.AppConnectionString) { RunsJobs = false, Keys = ring });

    private async Task<long> CountAsync(string sql, CancellationToken ct)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task DoAsync(string sql, CancellationToken ct)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
