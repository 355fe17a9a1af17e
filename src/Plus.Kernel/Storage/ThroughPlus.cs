using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// Marks a connection as one of PLUS. What is changed over any other connection is written down row by row as a change
/// from outside (<c>audit.outside</c>).
/// </summary>
public static class ThroughPlus
{
    private const string Setting = "-c plus.through=plus";

    /// <summary>The connection string with the mark.</summary>
    public static string Mark(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Options?.Contains(Setting, StringComparison.Ordinal) != true)
        {
            settings.Options = $"{settings.Options} {Setting}".Trim();
        }

        settings.ApplicationName ??= "plus";
        return settings.ConnectionString;
    }
}
