using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// How a file is encrypted: AES-256-GCM in chunks of 64 KiB, each with a tag of 16 bytes, under a key that encrypts this
/// one file and nothing else. The nonce counts the chunks and says which is the last, so that none can be left out,
/// repeated, moved or cut off unnoticed. Before the chunks stands a head of 16 bytes that every tag covers.
/// </summary>
internal static class FileCipher
{
    public const int KeySize = 32;
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int HeadSize = 16;

    /// <summary>The head: "PLUSFILE", the format's version, the size of a chunk.</summary>
    public static readonly byte[] Head = MakeHead();

    /// <summary>Encrypts one chunk: the content, then its tag.</summary>
    public static void Encrypt(AesGcm aes, long number, bool last, ReadOnlySpan<byte> plain, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, number, last);
        aes.Encrypt(nonce, plain, into[..plain.Length], into.Slice(plain.Length, TagSize), Head);
    }

    /// <summary>Decrypts one chunk.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It is not the chunk that was written there.</exception>
    public static void Decrypt(AesGcm aes, long number, bool last, ReadOnlySpan<byte> chunk, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, number, last);
        var size = chunk.Length - TagSize;
        aes.Decrypt(nonce, chunk[..size], chunk[size..], into[..size], Head);
    }

    /// <summary>Bytes of the file in the store for so many bytes of content. An empty content is one empty chunk.</summary>
    public static long StoredSize(long size) =>
        HeadSize + size + TagSize * Math.Max(1, (size + ChunkSize - 1) / ChunkSize);

    private static void WriteNonce(Span<byte> nonce, long number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[11] = last ? (byte)1 : (byte)0;
    }

    private static byte[] MakeHead()
    {
        var head = new byte[HeadSize];
        "PLUSFILE"u8.CopyTo(head);
        head[8] = 1;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(12), ChunkSize);
        return head;
    }
}
