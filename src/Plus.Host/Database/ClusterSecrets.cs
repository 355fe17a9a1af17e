using System.Security.Cryptography;
using System.Text.Json;

namespace Plus.Host.Database;

/// <summary>
/// The passwords of the cluster's three roles, made at its first start, readable by the operator only.
/// </summary>
internal sealed record ClusterSecrets(string Superuser, string Owner, string App)
{
    internal const string SuperuserRole = "plus_super";
    internal const string OwnerRole = "plus_owner";
    internal const string AppRole = "plus_app";

    internal static ClusterSecrets New() => new(Random(), Random(), Random());

    internal void Save(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this, JsonSerializerOptions.Web);
        file.Flush(flushToDisk: true);
    }

    internal static ClusterSecrets Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterSecrets>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        }
        catch (Exception unreadable)
            when (unreadable is FileNotFoundException or UnauthorizedAccessException or JsonException)
        {
            throw new DatabaseStartException(
                $"The file {path} with the passwords of the database's roles cannot be read ({unreadable.Message}) "
                    + "The database beside it cannot be opened without it: bring the file back, or run PLUS as the user who "
                    + "made the data folder.",
                unreadable
            );
        }
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
