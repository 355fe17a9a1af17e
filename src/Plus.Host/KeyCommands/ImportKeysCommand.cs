using System.Text;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Keys.Exporting;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.KeyCommands;

/// <summary><c>plus import-keys FILE1 FILE2 [--check] [--data DIR]</c>. Needs no database.</summary>
internal static class ImportKeysCommand
{
    internal static Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var check = args.Contains("--check", StringComparer.Ordinal);
        args = [.. args.Where(a => a != "--check")];
        if (args is not [var first, var second] || first.StartsWith('-') || second.StartsWith('-'))
        {
            throw new CommandException("Usage: plus import-keys FILE1 FILE2 [--check] [--data DIR]", 2);
        }

        foreach (var file in args.Where(f => !File.Exists(f)))
        {
            throw new CommandException($"There is no file {file}.");
        }

        try
        {
            var export = KeyParts.Join(
                (File.ReadAllText(first), File.ReadAllText(second)),
                KeyCommand.Passphrases(twice: false)
            );
            var settings = DatabaseSettings.FromEnvironment(data);
            var places = KeyPlaces.FromEnvironment(settings.DataFolder);
            var audit = AuditPlaces.FromEnvironment(settings.DataFolder);
            return Task.FromResult(check ? Check(export, places, audit) : Import(export, places, audit));
        }
        catch (FormatException e)
        {
            throw new CommandException(e.Message);
        }
    }

    private static int Check(KeyExport export, KeyPlaces places, AuditPlaces audit)
    {
        var exported = RingContent.Read(Encoding.UTF8.GetBytes(export.Ring));
        Console.WriteLine(
            $"Both parts open: {exported.Keys.Count} master keys, exported {export.MadeAt:yyyy-MM-dd HH:mm} UTC."
        );
        var missing = File.Exists(places.File)
            ? KeyRing.Open(places).Content.Keys.Where(k => exported.Find(k.Id) is null).Select(k => k.Id).ToList()
            : [];
        var audited = !File.Exists(audit.KeyPath) || File.ReadAllText(audit.KeyPath).Trim() == export.AuditKey?.Trim();
        foreach (var id in missing)
        {
            Console.WriteLine($"The master key {id} is in use here and not in the export: export the keys anew.");
        }

        Console.WriteLine(
            audited
                ? "The audit's signing key is in it."
                : "The audit's signing key was replaced since: export the keys anew."
        );
        return missing.Count == 0 && audited ? 0 : 1;
    }

    private static int Import(KeyExport export, KeyPlaces places, AuditPlaces audit)
    {
        var exported = RingContent.Read(Encoding.UTF8.GetBytes(export.Ring));
        var here = File.Exists(places.File) ? KeyRing.Open(places).Content : null;
        var merged = here is null ? exported : exported.Keys.Aggregate(here, (ring, key) => ring.With(key));
        KeyFile.Write(places, merged);
        Console.WriteLine($"{places.File} holds {merged.Keys.Count} master keys; {merged.Current} is in use.");
        if (export.AuditKey is { } pem && !File.Exists(audit.KeyPath))
        {
            SigningKey.Restore(audit, pem);
            Console.WriteLine($"{audit.KeyPath} holds the audit's signing key.");
        }

        return 0;
    }
}
