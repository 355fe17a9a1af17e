using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// Marks a connection as one of PLUS with a secret that the database knows only the SHA-256 of. What is changed over any
/// other connection, also as its owner or a superuser, is written down row by row as a change from outside
/// (<c>audit.outside</c>).
/// </summary>
public static class ThroughPlus
{
    /// <summary>Names the secret for a server of one's own: at least 32 letters and digits, the same on every node.</summary>
    public const string Variable = "PLUS_DB_MARK";

    private const int Shortest = 32;
    private const string Setting = "-c plus.through=";

    /// <summary>Whether it is long enough not to be guessed and needs no quoting.</summary>
    public static bool IsGood(string? secret) => secret?.Length >= Shortest && secret.All(char.IsAsciiLetterOrDigit);

    /// <summary>
    /// The connection string with the mark. One that carries a mark keeps it; without a secret it is the one of
    /// <see cref="Variable"/>, and without that the connection goes unmarked: all that it changes counts as outside.
    /// </summary>
    public static string Mark(string connectionString, string? secret = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        secret ??= Environment.GetEnvironmentVariable(Variable);
        if (!IsMarked(settings.Options) && IsGood(secret))
        {
            settings.Options = $"{settings.Options} {Setting}{secret}".Trim();
        }

        settings.ApplicationName ??= "plus";
        return settings.ConnectionString;
    }

    /// <summary>Whether the connection string carries a mark.</summary>
    public static bool IsMarked(string? connectionString) =>
        connectionString?.Contains(Setting, StringComparison.Ordinal) == true;

    /// <summary>The body of <c>audit.is_through()</c> as it must stand for this connection's mark.</summary>
    public static string ConditionOf(string connectionString)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString).Options ?? "";
        var at = options.IndexOf(Setting, StringComparison.Ordinal);
        var mark = at < 0 ? "" : options[(at + Setting.Length)..].Split(' ')[0];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mark)));
        return "SELECT pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.current_setting('plus.through', true), ''), 'UTF8'))\n"
            + $"        OPERATOR(pg_catalog.=) pg_catalog.decode('{hash}', 'hex')";
    }
}
