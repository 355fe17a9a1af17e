using System.Globalization;

namespace Plus.Host.Database;

/// <summary>The settings PLUS gives its server, in <c>conf.d/10-plus.conf</c>; a later file there overrides them.</summary>
internal static class ServerSettings
{
    internal static string Text(bool ephemeral) =>
        string.Join(
            '\n',
            [
                "# Written by PLUS at each start. Put your own settings into a file such as 20-own.conf.",
                "timezone = 'UTC'",
                "max_connections = 200",
                $"shared_buffers = '{SharedBuffersMegabytes(ephemeral)}MB'",
                "work_mem = '16MB'",
                "maintenance_work_mem = '256MB'",
                "max_wal_size = '2GB'",
                "random_page_cost = 1.1",
                "jit = off",
                "password_encryption = 'scram-sha-256'",
                "# Rows of clients must not reach the log: neither statements nor the values in an error's detail.",
                "log_timezone = 'UTC'",
                "log_error_verbosity = terse",
                "log_min_error_statement = panic",
                "log_checkpoints = off",
                .. ephemeral
                    ? (string[])
                        [
                            "fsync = off",
                            "synchronous_commit = off",
                            "full_page_writes = off",
                            "wal_level = minimal",
                            "max_wal_senders = 0",
                        ]
                    :
                    [
                        "logging_collector = on",
                        "log_directory = 'log'",
                        "log_filename = 'postgresql-%a.log'",
                        "log_rotation_age = '1d'",
                        "log_rotation_size = 0",
                        "log_truncate_on_rotation = on",
                    ],
                "",
            ]
        );

    private static string SharedBuffersMegabytes(bool ephemeral)
    {
        var eighth = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / (1024 * 1024);
        return Math.Clamp(eighth, 64, ephemeral ? 128 : 1024).ToString(CultureInfo.InvariantCulture);
    }
}
