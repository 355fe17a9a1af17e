using System.Security.Cryptography;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;

namespace Plus.Host.Database;

/// <summary>
/// Where the secret lies by which the database knows PLUS: a file readable by its owner alone (<c>wall.key</c> in the data folder,
/// or <c>PLUS_WALL_KEY</c>), the same for every node. The database holds what is made of it: the key of seals, which only its owner reads, and the hash
/// of the mark.
/// </summary>
internal static class WallKeyStore
{
    /// <summary>Reads the key for the database; makes it when there is none and it may be made.</summary>
    /// <returns>False when there is no file and none may be made.</returns>
    internal static bool Load(string path, string connectionString, bool make)
    {
        if (!File.Exists(path))
        {
            if (!make)
            {
                return false;
            }

            Make(path);
        }

        byte[] key;
        try
        {
            key = Convert.FromHexString(File.ReadAllText(path).Trim());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DatabaseStartException(
                $"The file {path} with the secret by which the database knows PLUS cannot be read ({unreadable.Message}). Bring it back, or "
                    + "move it away and run plus migrate: a new one is made and given to the database.",
                unreadable
            );
        }

        WallKey.Use(connectionString, key);
        return true;
    }

    /// <summary>Gives the database the key, as its owner; the next statement of every node must be sealed with it.</summary>
    internal static async Task GiveAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        var (inner, outer) = WallKey.BlocksOf(owner.ConnectionString);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO kernel.wall_key AS k (inner_block, outer_block) VALUES ($1, $2)
            ON CONFLICT (one) DO UPDATE SET inner_block = excluded.inner_block, outer_block = excluded.outer_block
            WHERE k.inner_block <> excluded.inner_block
            """,
            owner
        );
        command.Parameters.AddWithValue(inner);
        command.Parameters.AddWithValue(outer);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Refuses to start where the database would show nothing to anybody.</summary>
    internal static async Task CheckAsync(string appConnectionString, string path, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(appConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.ReachedCommand(
            Reach.System("start"),
            "SELECT access.holds('system') AND audit.is_through()"
        );
        if (await command.ExecuteScalarAsync(cancellation) is not true)
        {
            throw new DatabaseStartException(
                $"The secret in {path}, by which the database knows PLUS, is missing or is another one. Put the file of the "
                    + "other nodes there (or name it in PLUS_WALL_KEY), or run plus migrate, which gives the database this one."
            );
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WallKey.Length)));
    }
}
