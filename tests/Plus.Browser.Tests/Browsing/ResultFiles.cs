namespace Plus.Browser.Tests.Browsing;

/// <summary>Where screenshots and traces go: TestResults at the root of the sources, PLUS_TEST_RESULTS when set.</summary>
public static class ResultFiles
{
    public static string In(string folder, string name)
    {
        var root = Environment.GetEnvironmentVariable("PLUS_TEST_RESULTS") is { Length: > 0 } named
            ? named
            : Path.Combine(SourceRoot, "TestResults");
        var path = Path.Combine(root, folder);
        Directory.CreateDirectory(path);
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
        return Path.Combine(path, clean);
    }

    public static string SourceRoot
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, "Plus.slnx")))
                {
                    return at.FullName;
                }
            }

            throw new InvalidOperationException("The tests do not run from within the sources.");
        }
    }
}
