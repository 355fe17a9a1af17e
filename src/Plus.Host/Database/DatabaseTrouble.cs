using Npgsql;

namespace Plus.Host.Database;

/// <summary>Names the troubles of a database that an operator can end; anything else is a bug and stays one.</summary>
public static class DatabaseTrouble
{
    /// <summary>A sentence for the operator, or null when the failure is not of this kind.</summary>
    public static string? Sentence(NpgsqlException failure) =>
        failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                "The disk of the database is full. What was being written is undone, nothing that was saved is lost: make room "
                    + "on it and try again.",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
                "The database has no connection free; try again in a moment.",
            PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
                "The database has been stopped. What was being written is undone, nothing that was saved is lost.",
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } =>
                "The database is starting; try again in a moment.",
            PostgresException => null,
            _ => "The connection to the database is lost. What was being written and not yet confirmed may be undone.",
        };
}
