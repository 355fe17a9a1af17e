using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Versions;

/// <summary>Where this room keeps bytes: put in, and found again, by their SHA-256. What was put in is never changed.</summary>
public sealed class DocumentFiles(PlusDb db)
{
    /// <summary>Adds the bytes to what is being written; the same bytes twice are one file.</summary>
    /// <returns>The SHA-256, hex in lower case.</returns>
    public async Task<string> PutAsync(byte[] bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (
            db.Set<StoredFile>().Local.All(f => f.Hash != hash)
            && !await db.Set<StoredFile>().AnyAsync(f => f.Hash == hash, ct)
        )
        {
            db.Add(new StoredFile(hash, bytes));
        }

        return hash;
    }

    /// <summary>The bytes. That they are what was put in is proved at every reading.</summary>
    /// <exception cref="InvalidDataException">They are not there, or not what was put in.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken ct)
    {
        var bytes = await db.Set<StoredFile>().Where(f => f.Hash == hash).Select(f => f.Bytes).SingleOrDefaultAsync(ct);
        return bytes is not null && Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? bytes
            : throw new InvalidDataException($"The file {hash} is not as it was put in.");
    }
}
