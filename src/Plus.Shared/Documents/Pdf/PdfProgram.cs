using System.Diagnostics;

namespace Plus.Shared.Documents.Pdf;

/// <summary>
/// LibreOffice as a program of its own, with a profile of its own and a limit of time: many documents in one start,
/// because the start is what takes long. Makes tagged PDF/A-3. Where it is not installed, PLUS goes on with DOCX.
/// </summary>
public sealed class PdfProgram
{
    private const string Filter =
        "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"3\"},\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(5);
    private readonly string? _path;

    /// <param name="path">The program; null looks for it: PLUS_SOFFICE, else soffice on the path.</param>
    public PdfProgram(string? path = null) => _path = path ?? Find();

    public bool IsThere => _path is not null;

    /// <summary>Converts documents. What could not be converted is missing from the answer.</summary>
    /// <param name="documents">By a name of letters and digits.</param>
    public async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(
        IReadOnlyDictionary<string, byte[]> documents,
        CancellationToken ct
    )
    {
        var made = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (_path is null || documents.Count == 0)
        {
            return made;
        }

        var folder = Directory.CreateTempSubdirectory("plus-pdf-");
        try
        {
            foreach (var (name, bytes) in documents)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".docx"), bytes, ct);
            }

            await RunAsync(folder.FullName, documents.Keys, ct);
            foreach (var name in documents.Keys)
            {
                // The program's status says little: what lies there was made.
                var pdf = Path.Combine(folder.FullName, "out", name + ".pdf");
                if (File.Exists(pdf))
                {
                    made[name] = await File.ReadAllBytesAsync(pdf, ct);
                }
            }

            return made;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string folder, IEnumerable<string> names, CancellationToken ct)
    {
        var all = names.ToList();
        var start = new ProcessStartInfo(_path!)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                Filter,
                "--outdir",
                Path.Combine(folder, "out"),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        all.ForEach(name => start.ArgumentList.Add(name + ".docx"));
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Start + (Each * all.Count));
        // Both streams are emptied, or the program would wait for somebody to read them.
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await said;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PLUS_SOFFICE") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(p => Path.Combine(p, "soffice"))
            .FirstOrDefault(File.Exists);
    }
}
