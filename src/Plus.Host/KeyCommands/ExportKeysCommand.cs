using System.Text;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Keys;
using Plus.Shared.Keys.Exporting;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.KeyCommands;

/// <summary><c>plus export-keys FILE1 FILE2 [--data DIR]</c></summary>
internal static class ExportKeysCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not [var first, var second] || first.StartsWith('-') || second.StartsWith('-') || first == second)
        {
            throw new CommandException("Usage: plus export-keys FILE1 FILE2 [--data DIR]", 2);
        }

        foreach (var file in args.Where(Path.Exists))
        {
            throw new CommandException($"{file} exists already; an export never replaces another.");
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        var places = KeyPlaces.FromEnvironment(settings.DataFolder);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        var now = new PlusClock(TimeProvider.System).Now;
        var ring = await KeyRingStart.OpenAsync(places, database.AppConnectionString, now, default);
        var audit = AuditPlaces.FromEnvironment(settings.DataFolder).KeyPath;
        var export = new KeyExport(
            Encoding.UTF8.GetString(ring.Content.Write()),
            File.Exists(audit) ? await File.ReadAllTextAsync(audit) : null,
            now
        );
        var parts = KeyParts.Split(export, KeyCommand.Passphrases(twice: true));
        Write(first, parts.First);
        Write(second, parts.Second);
        await KeyCommand.TellAsync(database, KeyProcesses.Exported);
        Console.WriteLine(
            $"{ring.Content.Keys.Count} master keys{(export.AuditKey is null ? "" : " and the audit's signing key")} are exported. "
                + $"Give {first} to one person and {second} to another; try them with 'plus import-keys --check'."
        );
        return 0;
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
