using System.Data.Common;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// The application's connections. Statements that come again are prepared by themselves, and a connection goes back to
/// the pool without being reset: nothing may be left on it. What is set is set for a transaction; a lock of the session
/// is let go by who took it.
/// </summary>
public static class PlusDataSource
{
    /// <summary>Statements a connection keeps prepared.</summary>
    private const int Prepared = 150;

    private const string Greet = "SELECT audit.greet()";

    /// <summary>Builds the pool. What the connection string itself says of preparing and resetting holds.</summary>
    public static NpgsqlDataSource Build(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!said.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = Prepared;
            settings.AutoPrepareMinUsages = 2;
        }

        if (!said.ContainsKey("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // By this the audit knows which lines of the server's log are PLUS's own.
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var greet = new NpgsqlCommand(Greet, connection);
                greet.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var greet = new NpgsqlCommand(Greet, connection);
                await greet.ExecuteNonQueryAsync();
            }
        );
        return builder.Build();
    }
}
