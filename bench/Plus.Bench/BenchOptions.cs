using System.Globalization;

namespace Plus.Bench;

/// <summary>The bench's command line.</summary>
internal sealed record BenchOptions(string Data, bool Json, int Requests)
{
    public const string Usage = "Usage: plus bench [--json] [--data DIR] [--requests N]";

    /// <exception cref="FormatException">Says what is wrong.</exception>
    public static BenchOptions Read(string[] args)
    {
        var options = new BenchOptions("data-bench", false, 600);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--json" => options with { Json = true },
                "--data" when i + 1 < args.Length => options with { Data = args[++i] },
                "--requests" when i + 1 < args.Length => options with { Requests = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                _ => throw new FormatException($"bench knows no '{args[i]}'. {Usage}"),
            };
        }

        return options;
    }
}
