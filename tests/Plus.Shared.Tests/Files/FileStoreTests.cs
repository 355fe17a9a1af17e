using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Files;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.Keys.Ring;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

public sealed class FileStoreTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(FileCipher.ChunkSize - 1)]
    [InlineData(FileCipher.ChunkSize)]
    [InlineData(FileCipher.ChunkSize + 1)]
    [InlineData(3 * FileCipher.ChunkSize)]
    [InlineData(500_000)]
    public async Task FileOfAnySize_ComesBackAsItWas_AndLiesEncrypted(int size)
    {
        var content = Bytes(size, size + 1);
        var kept = await app.KeepAsync(content);

        Assert.Equal(content, await app.ContentAsync(kept.Id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), kept.Sha256);
        Assert.Equal(size, kept.Size);
        var stored = await File.ReadAllBytesAsync(await app.PathAsync(kept.Id), Ct);
        Assert.Equal(FileCipher.StoredSize(size), stored.Length);
        Assert.Equal(Path.GetFileName(await app.PathAsync(kept.Id)), Convert.ToHexStringLower(SHA256.HashData(stored)));
        if (size > 100)
        {
            Assert.Equal(-1, stored.AsSpan().IndexOf(content.AsSpan(0, 32)));
        }
    }

    [Fact]
    public async Task ContentReadAnywhere_IsTheSame()
    {
        var content = Bytes(300_000, 5);
        var kept = await app.KeepAsync(content);
        await using var stream = await app.Store().OpenAsync(kept.Id, Ct);
        var random = new Random(8);
        for (var i = 0; i < 50; i++)
        {
            var at = random.Next(content.Length);
            var part = new byte[random.Next(1, 70_000)];
            stream.Position = at;
            var read = await stream.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, Ct);
            Assert.Equal(Math.Min(part.Length, content.Length - at), read);
            Assert.True(content.AsSpan(at, read).SequenceEqual(part.AsSpan(0, read)));
        }
    }

    [Fact]
    public async Task SameContent_IsStoredOnce_AlsoWhenItComesAtOnce()
    {
        var content = Bytes(200_000, 77);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.KeepAsync(content))));

        Assert.Single(all.Select(k => k.Id).Distinct());
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM files.stored_file WHERE sha256 = '{all[0].Sha256}'")
        );
        Assert.Equal("", await app.ApartAsync());
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("cutChunk")]
    [InlineData("swap")]
    [InlineData("longer")]
    [InlineData("head")]
    [InlineData("foreign")]
    public async Task FileChangedInTheStore_IsRefused(string how)
    {
        const int whole = FileCipher.ChunkSize + FileCipher.TagSize;
        var kept = await app.KeepAsync(Bytes(3 * FileCipher.ChunkSize, 900 + how.Length));
        var path = await app.PathAsync(kept.Id);
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        bytes = how switch
        {
            "flip" => [.. bytes[..70_000], (byte)(bytes[70_000] ^ 1), .. bytes[70_001..]],
            "cut" => bytes[..^5],
            "cutChunk" => bytes[..^whole],
            "longer" => [.. bytes, 0],
            "head" => [0, .. bytes[1..]],
            "foreign" => await File.ReadAllBytesAsync(
                await app.PathAsync((await app.KeepAsync(Bytes(3 * FileCipher.ChunkSize, 4))).Id),
                Ct
            ),
            _ =>
            [
                .. bytes[..16],
                .. bytes[(16 + whole)..(16 + 2 * whole)],
                .. bytes[16..(16 + whole)],
                .. bytes[(16 + 2 * whole)..],
            ],
        };
        await File.WriteAllBytesAsync(path, bytes, Ct);

        await Assert.ThrowsAsync<FileDamagedException>(() => app.Store().OpenAsync(kept.Id, Ct));
    }

    [Fact]
    public async Task FileThatIsGone_IsSaidToBeMissing()
    {
        var kept = await app.KeepAsync(Bytes(10, 31));
        File.Delete(await app.PathAsync(kept.Id));

        await Assert.ThrowsAsync<FileMissingException>(() => app.Store().OpenAsync(kept.Id, Ct));
        await Assert.ThrowsAsync<FileMissingException>(() => app.Store().OpenAsync(FileId.New(), Ct));
        await app.OwnerAsync($"DELETE FROM files.stored_file WHERE id = '{kept.Id}'");
    }

    [Fact]
    public async Task FileThatARecordNames_IsNotDeleted_AndGoesWhenNoneDoes()
    {
        var kept = await app.KeepAsync(Bytes(1000, 42));
        await app.NameAsync(kept.Id);

        Assert.False(await app.Store().DeleteAsync(kept.Id, Ct));
        await app.Sweep().RunAsync(TimeSpan.Zero, Ct);
        Assert.Equal(1000, (await app.ContentAsync(kept.Id)).Length);

        await app.OwnerAsync($"DELETE FROM files.planted WHERE file_id = '{kept.Id}'");
        Assert.True(await app.Store().DeleteAsync(kept.Id, Ct));
        Assert.Null(await app.Store().FindAsync(kept.Id, Ct));
        Assert.Equal("", await app.ApartAsync());
        Assert.Equal(0L, await app.ScalarAsync<long>("SELECT count(*) FROM files.removal"));
    }

    [Fact]
    public async Task FileHandedInJustNow_IsLeftAloneByTheSweep()
    {
        var kept = await app.KeepAsync(Bytes(1000, 43));

        await app.Sweep().RunAsync(FileSweep24, Ct);
        Assert.NotNull(await app.Store().FindAsync(kept.Id, Ct));

        var swept = await app.Sweep().RunAsync(TimeSpan.Zero, Ct);
        Assert.True(swept.Unnamed >= 1);
        Assert.Null(await app.Store().FindAsync(kept.Id, Ct));
    }

    [Fact]
    public async Task StreamOfTwoGigabytes_IsRefusedAtTheLimit_WithoutBeingHeld()
    {
        var endless = new EndlessStream(2L << 30);
        var before = GC.GetTotalAllocatedBytes();

        var refused = await app.Store().PutAsync(endless, UploadKind.Template, "sagatave.docx", Ct);

        Assert.Equal("tooLarge", Assert.IsType<FileRefused>(refused.Refusal).Why);
        Assert.InRange(endless.Given, UploadKind.Template.MaxBytes, UploadKind.Template.MaxBytes + 256 * 1024);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 8 * 1024 * 1024);
        Assert.Empty(Directory.EnumerateFiles(app.Places().Temporary));
    }

    [Fact]
    public async Task FileUnderAnotherRing_DoesNotOpen()
    {
        var kept = await app.KeepAsync(Bytes(100, 51));
        await using var room = FileRoom.Over(app.Database.AppConnectionString, app.Places(), KeyRing.InMemory());

        await Assert.ThrowsAsync<KeysUnavailableException>(() =>
            room.GetRequiredService<FileStore>().OpenAsync(kept.Id, Ct)
        );
        Assert.Equal(Bytes(100, 51), await app.ContentAsync(kept.Id));
    }

    private static readonly TimeSpan FileSweep24 = Plus.Shared.Files.Sweeping.FileSweep.Grace;

    /// <summary>Gives so many bytes without holding them.</summary>
    private sealed class EndlessStream(long size) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, size - Given);
            Given += now;
            return now;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
