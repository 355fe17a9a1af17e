namespace Plus.Architecture.Tests.Sources;

/// <summary>Fails with every violation on a line of its own.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines.Prepend($"{lines.Count} violations:")));
    }
}
