using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Keys.Ring;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Keys;

/// <summary>The database and its master keys.</summary>
public sealed class KeyStartTests(PlusApp app) : IClassFixture<PlusApp>, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"plus-keys-{Guid.CreateVersion7():n}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task LostKeys_AreNoticedAndNeverReplacedInSilence()
    {
        var ct = TestContext.Current.CancellationToken;
        var places = new KeyPlaces(_folder);
        var first = await KeyRingStart.OpenAsync(places, app.Database.AppConnectionString, app.Now, ct);
        var again = await KeyRingStart.OpenAsync(places, app.Database.AppConnectionString, app.Now, ct);
        var id = first.CurrentId;
        Assert.Equal(id, again.CurrentId);
        Directory.Move(_folder, _folder + ".away");

        var lost = await Assert.ThrowsAsync<KeysUnavailableException>(() =>
            KeyRingStart.OpenAsync(places, app.Database.AppConnectionString, app.Now, ct)
        );
        var stranger = MasterKey.Make(app.Now);
        KeyFile.Write(places, new RingContent(stranger.Id, [stranger]));
        var foreign = await Assert.ThrowsAsync<KeysUnavailableException>(() =>
            KeyRingStart.OpenAsync(places, app.Database.AppConnectionString, app.Now, ct)
        );

        Directory.Delete(_folder + ".away", recursive: true);
        Assert.Throws<KeysUnavailableException>(() => first.CurrentId);
        Assert.Contains(id, lost.Message, StringComparison.Ordinal);
        Assert.Contains("another service", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysOfCookies_LieSealedInTheDatabase()
    {
        var protector = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

        var kept = protector.Protect("said");

        var stored = await app.ReadListAsync("SELECT xml FROM keys.data_protection_key");
        Assert.NotEmpty(stored);
        Assert.All(stored, xml => Assert.Contains("sealedWithMasterKey", xml, StringComparison.Ordinal));
        Assert.All(stored, xml => Assert.DoesNotContain("<value>", xml, StringComparison.Ordinal));
        Assert.Equal("said", protector.Unprotect(kept));
    }
}
