using Npgsql;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;

namespace Plus.Host.AuditProof;

/// <summary><c>plus verify-audit [--data DIR | --copy DIR] [--heads FOLDER-OR-FILE] [--key PUBLIC.pem]</c></summary>
internal static class VerifyAuditCommand
{
    private const string Usage =
        "Usage: plus verify-audit [--data DIR | --copy DIR] [--heads FOLDER-OR-FILE] [--key PUBLIC.pem]";

    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var copy = Take(ref args, "--copy");
        var heads = Take(ref args, "--heads");
        var key = Take(ref args, "--key");
        if (args.Length > 0 || (copy is not null && data is not null))
        {
            throw new CommandException(Usage, 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        var folder = copy ?? AuditPlaces.FromEnvironment(settings.DataFolder).Folder;
        var trusted = Trusted(heads ?? folder, key ?? Path.Combine(folder, SigningKey.PublicName), key is not null);
        var verdict = copy is null ? await InDatabaseAsync(settings, trusted) : InCopy(copy, trusted);
        foreach (var line in verdict.Lines())
        {
            Console.WriteLine(line);
        }

        return verdict.IsWhole ? 0 : 1;
    }

    // The first key of all is the one to trust; after a change the older public keys lie beside it.
    private static TrustedHeads Trusted(string heads, string key, bool named)
    {
        if (!named && Path.GetDirectoryName(key) is { } folder && HeadFolder.Files(folder) is [var oldest, ..])
        {
            var first = File.ReadLines(oldest).FirstOrDefault(l => l.Length > 0)?.Split('\t') is [_, var json]
                ? AuditHead.Read(json)
                : null;
            var older = Path.Combine(folder, $"audit-key-{first?.Key}.pub.pem");
            key = File.Exists(older) ? older : key;
        }

        if (!File.Exists(key))
        {
            return named ? throw new CommandException($"There is no file {key}.") : new TrustedHeads([], null);
        }

        if (!Directory.Exists(heads) && !File.Exists(heads))
        {
            throw new CommandException($"There are no heads in {heads}.");
        }

        return TrustedHeads.Read(heads, File.ReadAllText(key));
    }

    private static AuditVerdict InCopy(string copy, TrustedHeads trusted) =>
        Directory.Exists(copy)
            ? CopyProof.Prove(copy, trusted)
            : throw new CommandException($"There is no folder {copy}.");

    private static async Task<AuditVerdict> InDatabaseAsync(DatabaseSettings settings, TrustedHeads trusted)
    {
        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        return await DatabaseProof.ProveAsync(connection, trusted, default);
    }

    private static string? Take(ref string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        if (at < 0)
        {
            return null;
        }

        if (at + 1 >= args.Length || args[at + 1].StartsWith('-'))
        {
            throw new CommandException($"{name} needs a path. " + Usage, 2);
        }

        var value = args[at + 1];
        args = [.. args[..at], .. args[(at + 2)..]];
        return value;
    }
}
