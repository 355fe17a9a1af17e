namespace Plus.Host.Commands;

/// <summary>Finds the command named first and runs it. Exit status 0 only on success; 2 when the command line is wrong.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["serve"] = ServeCommand.RunAsync,
        ["database"] = Database.DatabaseCommand.RunAsync,
        ["demo"] = DemoCommand.RunAsync,
        ["figures"] = FiguresCommand.RunAsync,
        ["archive"] = ArchiveCommand.RunAsync,
        ["import"] = ImportCommand.RunAsync,
        ["init"] = Setup.InitCommand.RunAsync,
        ["migrate"] = Database.MigrateCommand.RunAsync,
        ["backup"] = Database.Backups.BackupCommand.RunAsync,
        ["restore"] = Database.Backups.RestoreCommand.RunAsync,
        ["verify-files"] = Host.Files.VerifyFilesCommand.RunAsync,
        ["move-files"] = Host.Files.MoveFilesCommand.RunAsync,
        ["verify-audit"] = AuditProof.VerifyAuditCommand.RunAsync,
        ["audit-copy"] = AuditProof.AuditCopyCommand.RunAsync,
        ["rotate-audit-key"] = AuditProof.RotateAuditKeyCommand.RunAsync,
        ["rotate-master-key"] = KeyCommands.RotateMasterKeyCommand.RunAsync,
        ["export-keys"] = KeyCommands.ExportKeysCommand.RunAsync,
        ["import-keys"] = KeyCommands.ImportKeysCommand.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !Commands.TryGetValue(args[0], out var command))
        {
            await Console.Error.WriteLineAsync($"Unknown command. Known: {string.Join(", ", Commands.Keys)}.");
            return 2;
        }

        try
        {
            return await command(args[1..]);
        }
        catch (Database.DatabaseStartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Npgsql.NpgsqlException e) when (Database.DatabaseTrouble.Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (Exception e)
            when (e
                    is Shared.Keys.Ring.KeysUnavailableException
                        or Shared.Access.Passwords.BreachedListException
                        or Shared.Access.SingleSignOn.SignOnSettingsException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
    }
}

/// <summary>A command cannot go on; the message says why and what to do. No stack trace is shown.</summary>
public sealed class CommandException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
