using System.Diagnostics;
using System.Text.Json;
using Plus.Browser.Tests.Browsing;

namespace Plus.Browser.Tests.Walking;

/// <summary>The checker of the HTML standard (vnu), when Java and its jar are on this machine.</summary>
public static class HtmlChecker
{
    /// <summary>The jar, or null: PLUS_VNU, else where <c>./plus test</c> puts it.</summary>
    public static string? Jar
    {
        get
        {
            var tools = Environment.GetEnvironmentVariable("PLUS_TOOLS") is { Length: > 0 } named
                ? named
                : Path.Combine(ResultFiles.SourceRoot, ".tools");
            string?[] places =
            [
                Environment.GetEnvironmentVariable("PLUS_VNU"),
                Path.Combine(tools, "node_modules", "vnu-jar", "build", "dist", "vnu.jar"),
            ];
            return places.FirstOrDefault(File.Exists);
        }
    }

    public static bool HasJava =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, "java")));

    /// <summary>The errors in these pages (name and HTML), as lines.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("plus-html-");
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, html) in pages)
            {
                var file = Path.Combine(folder.FullName, $"{names.Count}.html");
                names[file] = name;
                await File.WriteAllTextAsync(file, html);
            }

            var output = await RunAsync(folder.FullName);
            using var report = JsonDocument.Parse(output);
            return
            [
                .. report
                    .RootElement.GetProperty("messages")
                    .EnumerateArray()
                    .Where(m => m.GetProperty("type").GetString() is "error" or "non-document-error")
                    .Select(m =>
                        $"{names.GetValueOrDefault(FileOf(m))}: {Text(m, "message")} {Text(m, "extract").ReplaceLineEndings(" ")}"
                    )
                    .Distinct(),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("java") { RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-jar",
            Jar!,
            "--errors-only",
            "--format",
            "json",
            "--exit-zero-always",
            "--skip-non-html",
            folder,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        return await process.StandardError.ReadToEndAsync();
    }

    private static string FileOf(JsonElement message) =>
        "/" + Text(message, "url").Replace("file:", "", StringComparison.Ordinal).TrimStart('/');

    private static string Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
