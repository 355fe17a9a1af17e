using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Files;
using Plus.Shared.Files.Verifying;

namespace Plus.Host.Files;

/// <summary><c>plus verify-files [--mend] [--from BACKUP] [--data DIR]</c></summary>
internal static class VerifyFilesCommand
{
    private const string Usage = "Usage: plus verify-files [--mend] [--from BACKUP] [--data DIR]";

    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var mend = args.Contains("--mend", StringComparer.Ordinal);
        args = [.. args.Where(a => a != "--mend")];
        var backup = args is ["--from", var file] ? file : null;
        if (args.Length > 0 && backup is null)
        {
            throw new CommandException(Usage, 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        using var zip = backup is null ? null : Open(backup);
        await using var room = await FilesOf.OpenAsync(database, settings);
        var gate = new Lock();
        var verdict = await room.GetRequiredService<FileVerification>()
            .RunAsync(
                mend || backup is not null,
                zip is null ? null : a => Entry(zip, gate, a),
                FileProgress.Say(),
                default
            );
        foreach (var finding in verdict.Findings)
        {
            Console.WriteLine($"{Word(finding.Fault)}: {finding.What}{(finding.Mended ? " (mended)" : "")}");
        }

        var mended = verdict.Findings.Count(f => f.Mended);
        Console.WriteLine(
            $"{verdict.Files} files looked at, {verdict.Findings.Count} findings, {mended} mended: "
                + (
                    verdict.IsWhole
                        ? "every row has its file."
                        : "files are lost; --mend --from BACKUP brings back what a backup holds."
                )
        );
        return verdict.IsWhole ? 0 : 1;
    }

    private static string Word(FileFault fault) =>
        fault switch
        {
            FileFault.Missing => "missing",
            FileFault.Damaged => "damaged",
            FileFault.KeyLost => "key lost",
            FileFault.WithoutRow => "without row",
            FileFault.Unnamed => "named by no record",
            _ => "half written",
        };

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            throw new CommandException($"{file} is not a readable backup of PLUS: {wrong.Message}");
        }
    }

    // An archive is read by one at a time.
    private static MemoryStream? Entry(ZipArchive zip, Lock gate, string address)
    {
        lock (gate)
        {
            if (zip.GetEntry("files/" + address) is not { } entry)
            {
                return null;
            }

            var copy = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
    }
}

/// <summary>Says every few seconds how far long work on files has come.</summary>
internal static class FileProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    internal static Action<long, long> Say()
    {
        var last = TimeProvider.System.GetTimestamp();
        var gate = new Lock();
        return (done, all) =>
        {
            lock (gate)
            {
                if (TimeProvider.System.GetElapsedTime(last) < Pause)
                {
                    return;
                }

                last = TimeProvider.System.GetTimestamp();
            }

            Console.Error.WriteLine($"{done} of {all} files");
        };
    }
}
