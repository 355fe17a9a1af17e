using System.Buffers;
using System.Security.Cryptography;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// A file that is being taken in, encrypted in the temporary folder: nothing unencrypted ever touches the disk, and no
/// more than a chunk of it is held in memory.
/// </summary>
internal sealed class FileSpool : IDisposable
{
    private FileSpool(string path, byte[] key) => (Path, Key) = (path, key);

    public string Path { get; }

    public byte[] Key { get; }

    /// <summary>SHA-256 of the content.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>SHA-256 of the encrypted bytes.</summary>
    public string Address { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>Whether the content was longer than the limit; it is then not read to its end.</summary>
    public bool TooLarge { get; private set; }

    /// <summary>Reads the content to its end, or to the limit, and flushes it to the disk.</summary>
    public static async Task<FileSpool> FillAsync(string folder, Stream content, long limit, CancellationToken ct)
    {
        var spool = new FileSpool(
            System.IO.Path.Combine(folder, $"{Guid.CreateVersion7():N}.part"),
            RandomNumberGenerator.GetBytes(FileCipher.KeySize)
        );
        try
        {
            await spool.FillAsync(content, limit, ct);
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>The content, to look into it before it is stored.</summary>
    public FileReadStream Read() => new(File.OpenRead(Path), Key, Size);

    /// <summary>Takes the temporary file away, unless it has been moved into the store.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Key);
        File.Delete(Path);
    }

    private async Task FillAsync(Stream content, long limit, CancellationToken ct)
    {
        var plain = ArrayPool<byte>.Shared.Rent(FileCipher.ChunkSize * 2);
        var chunk = new byte[FileCipher.ChunkSize + FileCipher.TagSize];
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            await using var file = new FileStream(Path, options);
            using var aes = new AesGcm(Key, FileCipher.TagSize);
            using var ofContent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var ofFile = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            ofFile.AppendData(FileCipher.Head);
            await file.WriteAsync(FileCipher.Head, ct);
            var held = 0;
            // One chunk is held back until it is known whether another follows.
            for (long number = 0; ; )
            {
                var read = await content.ReadAsync(plain.AsMemory(held, FileCipher.ChunkSize * 2 - held), ct);
                held += read;
                Size += read;
                if (Size > limit)
                {
                    TooLarge = true;
                    return;
                }

                var last = read == 0;
                if (!last && held <= FileCipher.ChunkSize)
                {
                    continue;
                }

                var size = Math.Min(held, FileCipher.ChunkSize);
                ofContent.AppendData(plain, 0, size);
                FileCipher.Encrypt(aes, number++, last && held <= FileCipher.ChunkSize, plain.AsSpan(0, size), chunk);
                ofFile.AppendData(chunk, 0, size + FileCipher.TagSize);
                await file.WriteAsync(chunk.AsMemory(0, size + FileCipher.TagSize), ct);
                plain.AsSpan(size, held - size).CopyTo(plain);
                held -= size;
                if (last && held == 0)
                {
                    break;
                }
            }

            Sha256 = Convert.ToHexStringLower(ofContent.GetHashAndReset());
            Address = Convert.ToHexStringLower(ofFile.GetHashAndReset());
            file.Flush(flushToDisk: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            ArrayPool<byte>.Shared.Return(plain);
        }
    }
}
