using System.Globalization;
using Plus.Bench.Data;

namespace Plus.Bench;

/// <summary>The bench's command line.</summary>
/// <param name="Data">A folder of one's own to keep and use again; null for one that is thrown away.</param>
/// <param name="Seconds">How long each side of each operation is measured.</param>
/// <param name="People">Clients in the database; everything else follows from them.</param>
/// <param name="Only">Names of operations; empty for all.</param>
internal sealed record BenchOptions(string? Data, bool Json, double Seconds, int People, IReadOnlyList<string> Only)
{
    /// <summary>Minutes of the national mix in place of the operations; null for these.</summary>
    public double? MixMinutes { get; init; }

    /// <summary>Letters to be made in place of the operations; null for these.</summary>
    public int? Letters { get; init; }

    /// <summary>Texts to search, with the letters.</summary>
    public int Texts { get; init; } = 100_000;

    /// <summary>Requests a second of the mix.</summary>
    public double Rate { get; init; } = 85;

    public const string Usage =
        "Usage: plus bench [--json] [--seconds N] [--size N] [--only NAME[,NAME]] [--mix MINUTES [--rate N]] [--documents LETTERS [--texts N]] [--data DIR]";

    /// <exception cref="BenchException">Says what is wrong.</exception>
    public static BenchOptions Read(string[] args)
    {
        var options = new BenchOptions(null, false, 10, BenchSize.National, []);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--json" => options with { Json = true },
                "--data" when i + 1 < args.Length => options with { Data = args[++i] },
                "--seconds" when i + 1 < args.Length => options with { Seconds = Number(args[++i]) },
                "--size" when i + 1 < args.Length => options with
                {
                    People = (int)(Number(args[++i]) * BenchSize.National),
                },
                "--mix" when i + 1 < args.Length => options with { MixMinutes = Number(args[++i]) },
                "--documents" when i + 1 < args.Length => options with { Letters = (int)Number(args[++i]) },
                "--texts" when i + 1 < args.Length => options with { Texts = (int)Number(args[++i]) },
                "--rate" when i + 1 < args.Length => options with { Rate = Number(args[++i]) },
                "--only" when i + 1 < args.Length => options with { Only = args[++i].Split(',') },
                _ => throw new BenchException($"bench knows no '{args[i]}'. {Usage}"),
            };
        }

        return options;
    }

    private static double Number(string typed) =>
        double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 1_000_000
            ? number
            : throw new BenchException($"'{typed}' is no number above zero. {Usage}");
}
