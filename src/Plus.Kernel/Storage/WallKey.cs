using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// The secret by which the database knows that a reach was told by PLUS: each is sealed with it, for one connection, and
/// the database trusts no other. The application's role cannot read it, so its password alone shows nothing.
/// </summary>
public static class WallKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private const int Block = 64;

    // What databases without a key of their own in this process are migrated with.
    private static readonly byte[] OfProcess = RandomNumberGenerator.GetBytes(Length);
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, byte[]> Found = new(StringComparer.Ordinal);

    /// <summary>Says which key the database of a connection string knows.</summary>
    public static void Use(string connectionString, byte[] key)
    {
        Known[PlaceOf(connectionString)] = key;
        Found.Clear();
    }

    /// <summary>The key of the database of a connection string.</summary>
    public static byte[] Of(string connectionString) =>
        Found.GetOrAdd(connectionString, s => Known.GetValueOrDefault(PlaceOf(s)) ?? OfProcess);

    /// <summary>The two blocks that HMAC mixes the key into, so that the database needs only to hash.</summary>
    public static (byte[] Inner, byte[] Outer) BlocksOf(byte[] key)
    {
        var (inner, outer) = (new byte[Block], new byte[Block]);
        for (var i = 0; i < Block; i++)
        {
            var part = i < key.Length ? key[i] : (byte)0;
            (inner[i], outer[i]) = ((byte)(part ^ 0x36), (byte)(part ^ 0x5c));
        }

        return (inner, outer);
    }

    /// <summary>The reach with its seal, good on this open connection and on no other.</summary>
    public static string Seal(NpgsqlConnection connection, string reach)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{connection.ProcessID}|{reach}");
        var seal = HMACSHA256.HashData(Of(connection.ConnectionString), Encoding.UTF8.GetBytes(said));
        return Convert.ToHexStringLower(seal) + "|" + reach;
    }

    private static string PlaceOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"{settings.Host}|{settings.Port}|{settings.Database}");
    }
}
