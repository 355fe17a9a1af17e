using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// The one secret by which the database knows PLUS. Two keys are made of it, of which neither tells the other or the secret:
/// the seal of reaches, each made for one connection, which the database must hold to check (its application's role cannot
/// read it, so that role's password alone shows nothing), and the mark of PLUS's connections, of which the database holds
/// no more than a hash, so that not even its superuser can put it on.
/// </summary>
public static class WallKey
{
    /// <summary>Bytes of the secret.</summary>
    public const int Length = 32;

    private const int Block = 64;

    // For databases without a secret of their own in this process.
    private static readonly byte[] OfProcess = RandomNumberGenerator.GetBytes(Length);
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (byte[] Seal, byte[] Mark)> Found = new(
        StringComparer.Ordinal
    );

    /// <summary>Says which secret the database of a connection string knows.</summary>
    public static void Use(string connectionString, byte[] key)
    {
        Known[PlaceOf(connectionString)] = key;
        Found.Clear();
    }

    /// <summary>The secret itself, to hand on to a process of one's own; never to be shown or stored elsewhere.</summary>
    public static byte[] Of(string connectionString) => Known.GetValueOrDefault(PlaceOf(connectionString)) ?? OfProcess;

    /// <summary>The mark of connections to the database of a connection string, in letters and digits.</summary>
    public static string MarkOf(string connectionString) => Convert.ToHexStringLower(Derived(connectionString).Mark);

    /// <summary>The two blocks that HMAC mixes the seal's key into, so that the database needs only to hash.</summary>
    public static (byte[] Inner, byte[] Outer) BlocksOf(string connectionString)
    {
        var key = Derived(connectionString).Seal;
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
        var seal = HMACSHA256.HashData(Derived(connection.ConnectionString).Seal, Encoding.UTF8.GetBytes(said));
        return Convert.ToHexStringLower(seal) + "|" + reach;
    }

    private static (byte[] Seal, byte[] Mark) Derived(string connectionString) =>
        Found.GetOrAdd(
            connectionString,
            static s =>
            {
                var secret = Of(s);
                return (HMACSHA256.HashData(secret, "seal"u8), HMACSHA256.HashData(secret, "mark"u8));
            }
        );

    private static string PlaceOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"{settings.Host}|{settings.Port}|{settings.Database}");
    }
}
