using System.Diagnostics;
using System.Text.RegularExpressions;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Documents;

/// <summary>The commands that documents name, and whether the script knows them.</summary>
internal static partial class NamedCommands
{
    /// <summary>Names after <c>./plus</c>.</summary>
    public static IEnumerable<string> In(string text) =>
        Command().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>Whether <c>./plus NAME --help</c> says something and succeeds.</summary>
    public static bool Answers(string name)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(House.Root, "plus"), name, "--help"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var run = Process.Start(start)!;
        var said = run.StandardOutput.ReadToEnd();
        run.StandardError.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 && said.Contains("./plus " + name, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"\./plus +(?<name>[a-z]+(-[a-z]+)*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Command();
}
