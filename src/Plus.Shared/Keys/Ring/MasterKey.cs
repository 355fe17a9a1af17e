using System.Security.Cryptography;

namespace Plus.Shared.Keys.Ring;

/// <summary>A master key: 32 random bytes. Its id is computed from it, so that a wrong key never passes for another.</summary>
internal sealed record MasterKey(string Id, DateTimeOffset MadeAt, byte[] Bytes)
{
    public const int Length = 32;
    private const int Nonce = 12;
    private const int Tag = 16;

    public static MasterKey Make(DateTimeOffset now) => Of(RandomNumberGenerator.GetBytes(Length), now);

    /// <summary>The key of these bytes, with the id that belongs to them.</summary>
    public static MasterKey Of(byte[] bytes, DateTimeOffset madeAt) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "plus master key"u8))[..16], madeAt, bytes);

    public byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> boundTo)
    {
        var whole = new byte[Nonce + clear.Length + Tag];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using var aes = new AesGcm(Bytes, Tag);
        aes.Encrypt(
            whole.AsSpan(0, Nonce),
            clear,
            whole.AsSpan(Nonce, clear.Length),
            whole.AsSpan(Nonce + clear.Length),
            boundTo
        );
        return whole;
    }

    /// <exception cref="CryptographicException">It was changed, or sealed with another key or for something else.</exception>
    public byte[] Open(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> boundTo)
    {
        if (whole.Length < Nonce + Tag)
        {
            throw new CryptographicException("A sealed key is too short.");
        }

        var clear = new byte[whole.Length - Nonce - Tag];
        using var aes = new AesGcm(Bytes, Tag);
        aes.Decrypt(whole[..Nonce], whole[Nonce..^Tag], whole[^Tag..], clear, boundTo);
        return clear;
    }
}
