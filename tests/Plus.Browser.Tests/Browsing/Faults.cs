namespace Plus.Browser.Tests.Browsing;

/// <summary>Says all that is wrong, one line each, instead of the first.</summary>
public static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        var lines = faults.ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} faults:\n{string.Join('\n', lines.Take(80))}");
    }
}
