using System.Security.Cryptography;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"plus-keys-{Guid.CreateVersion7():n}");

    private KeyPlaces Places => new(_folder);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void SealedKey_OpensOnlyWithWhatItIsBoundTo()
    {
        var ring = KeyRing.InMemory();
        var key = RandomNumberGenerator.GetBytes(32);
        var one = Guid.CreateVersion7().ToByteArray();

        var wrapped = WrappedKey.Parse(ring.Wrap(key, one).ToString());

        Assert.Equal(key, ring.Unwrap(wrapped, one));
        Assert.DoesNotContain(Convert.ToHexString(key), Convert.ToHexString(wrapped.Sealed), StringComparison.Ordinal);
        Assert.ThrowsAny<CryptographicException>(() => ring.Unwrap(wrapped, Guid.CreateVersion7().ToByteArray()));
        wrapped.Sealed[20] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => ring.Unwrap(wrapped, one));
    }

    [Fact]
    public void SameKeySealedTwice_LooksDifferent()
    {
        var ring = KeyRing.InMemory();
        var key = new byte[32];

        Assert.NotEqual(ring.Wrap(key).Sealed, ring.Wrap(key).Sealed);
    }

    [Fact]
    public void AnotherRing_SaysThatItLacksTheKey()
    {
        var wrapped = KeyRing.InMemory().Wrap(new byte[32]);

        var said = Assert.Throws<KeysUnavailableException>(() => KeyRing.InMemory().Unwrap(wrapped));

        Assert.Contains(wrapped.KeyId, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_IsItsOwnersAloneAndReadAgainWhenReplaced()
    {
        var first = MasterKey.Make(DateTimeOffset.UnixEpoch);
        KeyFile.Write(Places, new RingContent(first.Id, [first]));
        var ring = KeyRing.Open(Places);
        var old = ring.Wrap("secret"u8);
        var second = MasterKey.Make(DateTimeOffset.UnixEpoch);
        KeyFile.Write(Places, new RingContent(second.Id, [first, second]));
        File.SetLastWriteTimeUtc(Places.File, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Places.File));
        Assert.Equal(second.Id, ring.CurrentId);
        Assert.Equal("secret"u8.ToArray(), ring.Unwrap(old));
    }

    [Fact]
    public void FileThatEverybodyReads_IsRefused()
    {
        var key = MasterKey.Make(DateTimeOffset.UnixEpoch);
        KeyFile.Write(Places, new RingContent(key.Id, [key]));
        File.SetUnixFileMode(Places.File, File.GetUnixFileMode(Places.File) | UnixFileMode.OtherRead);

        Assert.Contains(
            "chmod 600",
            Assert.Throws<KeysUnavailableException>(() => KeyRing.Open(Places)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"current":"00","keys":[{"id":"00","made":"2026-01-01T00:00:00Z","key":"AAAA"}]}""")]
    [InlineData("""{"current":"00","keys":[{"id":"00","made":"2026-01-01T00:00:00Z","key":"***"}]}""")]
    public void DamagedFile_IsRefusedWithWhatToDo(string content)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Places.File, content);
        File.SetUnixFileMode(Places.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Contains(
            "import-keys",
            Assert.Throws<KeysUnavailableException>(() => KeyRing.Open(Places)).Message,
            StringComparison.Ordinal
        );
    }
}
