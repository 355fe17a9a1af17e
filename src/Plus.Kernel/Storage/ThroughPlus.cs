using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// Marks a connection as one of PLUS with what the database knows only the SHA-256 of (<see cref="WallKey"/>). What is changed over any
/// other connection, also as its owner or a superuser, is written down row by row as a change from outside
/// (<c>audit.outside</c>).
/// </summary>
public static class ThroughPlus
{
    private const string Setting = "-c plus.through=";

    /// <summary>The connection string with the mark made of the database's secret. One that carries a mark keeps it.</summary>
    public static string Mark(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!IsMarked(settings.Options))
        {
            settings.Options = $"{settings.Options} {Setting}{WallKey.MarkOf(connectionString)}".Trim();
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
        return "BEGIN RETURN pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.current_setting('plus.through', true), ''), 'UTF8'))\n"
            + $"        OPERATOR(pg_catalog.=) pg_catalog.decode('{hash}', 'hex'); END";
    }
}
