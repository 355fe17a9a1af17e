using System.Diagnostics;
using Plus.Shared.Audit.Proof;

namespace Plus.Shared.Tests.Audit;

/// <summary>The plain-text copy, proved by PLUS and by standard tools alone as docs/audit.md says.</summary>
public sealed class CopyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(AuditBreakKind.Deleted)]
    [InlineData(AuditBreakKind.Changed)]
    [InlineData(AuditBreakKind.Inserted)]
    [InlineData(AuditBreakKind.Reordered)]
    [InlineData(AuditBreakKind.Truncated)]
    public async Task Copy_IsProved_ByPlusAndByTheRecipe(object? kind)
    {
        await using var audit = await SealedAudit.FilledAsync();
        var copy = await audit.CopyAsync();
        var file = Path.Combine(copy, "view-3.events");
        var lines = (await File.ReadAllLinesAsync(file, Token)).ToList();
        switch ((AuditBreakKind?)kind)
        {
            case AuditBreakKind.Deleted:
                lines.RemoveAt(1);
                break;
            case AuditBreakKind.Changed:
                lines[1] = lines[1].Replace("consult", "list", StringComparison.Ordinal);
                break;
            case AuditBreakKind.Inserted:
                lines.Insert(1, lines[1].Replace("\"id\": \"", "\"id\": \"00000000", StringComparison.Ordinal)[..]);
                lines[1] = lines[1].Remove(lines[1].IndexOf("00000000", StringComparison.Ordinal) + 8, 8);
                break;
            case AuditBreakKind.Reordered:
                (lines[1], lines[2]) = (lines[2], lines[1]);
                break;
            case AuditBreakKind.Truncated:
                lines.RemoveAt(lines.Count - 1);
                var seals = Path.ChangeExtension(file, ".seals");
                await File.WriteAllLinesAsync(seals, (await File.ReadAllLinesAsync(seals, Token))[..^1], Token);
                break;
        }

        await File.WriteAllTextAsync(file, string.Concat(lines.Select(l => l + "\n")), Token);
        var verdict = CopyProof.Prove(copy, TrustedHeads.Read(copy, audit.PublicKey));
        var (status, said) = await RecipeAsync(copy);

        if (kind is null)
        {
            Assert.True(verdict.IsWhole, string.Join('\n', verdict.Lines()));
            Assert.Equal((0, "whole"), (status, said.Trim()));
        }
        else
        {
            Assert.Equal((AuditBreakKind)kind, Assert.Single(verdict.Breaks).Kind);
            Assert.NotEqual(0, status);
            Assert.StartsWith("view-3", said.Trim(), StringComparison.Ordinal);
        }
    }

    // The recipe as it stands in the document: what a reader types is what is tried.
    private static async Task<(int, string)> RecipeAsync(string copy)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Plus.slnx")))
        {
            root = root.Parent!;
        }

        var page = await File.ReadAllTextAsync(Path.Combine(root.FullName, "docs", "audit.md"), Token);
        var script = page.Split("```bash\n# prove a copy\n")[1].Split("```")[0];
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, said);
    }
}
