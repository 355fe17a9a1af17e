namespace Plus.Shared.Documents.Grammar;

/// <summary>Whole numbers in words, and hours as an order or a sheet writes them.</summary>
public static class LatvianNumbers
{
    /// <summary>Largest number put in words.</summary>
    public const int Largest = 999_999;

    private static readonly string[] Masculine =
    [
        "nulle",
        "viens",
        "divi",
        "trīs",
        "četri",
        "pieci",
        "seši",
        "septiņi",
        "astoņi",
        "deviņi",
    ];

    private static readonly string[] Feminine =
    [
        "nulle",
        "viena",
        "divas",
        "trīs",
        "četras",
        "piecas",
        "sešas",
        "septiņas",
        "astoņas",
        "deviņas",
    ];

    private static readonly string[] Stems =
    [
        "",
        "vien",
        "div",
        "trīs",
        "četr",
        "piec",
        "seš",
        "septiņ",
        "astoņ",
        "deviņ",
    ];

    /// <summary>The number in words, in the gender of what is counted (stunda is feminine, mēnesis masculine).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero or above <see cref="Largest"/>.</exception>
    public static string InWords(int number, bool feminine)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        if (number < 1000)
        {
            return Below1000(number, feminine);
        }

        var thousands = number / 1000;
        var rest = number % 1000;
        var head =
            thousands == 1
                ? "tūkstotis"
                : $"{Below1000(thousands, feminine: false)} {(IsOne(thousands) ? "tūkstotis" : "tūkstoši")}";
        return rest == 0 ? head : $"{head} {Below1000(rest, feminine)}";
    }

    /// <summary>1 stunda, 2 stundas, 21 stunda, 90 minūtes as 1 stunda 30 minūtes.</summary>
    /// <param name="minutes">Whole minutes.</param>
    public static string Hours(int minutes)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        var words = $"{hours} {(IsOne(hours) ? "stunda" : hours % 10 == 0 || IsTeen(hours) ? "stundu" : "stundas")}";
        return rest == 0
            ? words
            : $"{words} {rest} {(IsOne(rest) ? "minūte" : rest % 10 == 0 || IsTeen(rest) ? "minūšu" : "minūtes")}";
    }

    private static readonly string[] Ordinals =
    [
        "pirmā",
        "otrā",
        "trešā",
        "ceturtā",
        "piektā",
        "sestā",
        "septītā",
        "astotā",
        "devītā",
    ];

    /// <summary>pirmā, otrā, ...; above nine in digits: 10.</summary>
    public static string OrdinalFeminine(int number) =>
        number is > 0 and < 10
            ? Ordinals[number - 1]
            : number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".";

    /// <summary>Whether what is counted stands in the singular: 1, 21, 101, but not 11.</summary>
    public static bool IsOne(int number) => number % 10 == 1 && number % 100 != 11;

    private static bool IsTeen(int number) => number % 100 is > 10 and < 20;

    private static string Below1000(int number, bool feminine)
    {
        if (number < 10)
        {
            return (feminine ? Feminine : Masculine)[number];
        }

        var words = new List<string>();
        if (number >= 100)
        {
            words.Add(number / 100 == 1 ? "simts" : Masculine[number / 100] + " simti");
        }

        var rest = number % 100;
        switch (rest)
        {
            case 0:
                break;
            case < 10:
                words.Add((feminine ? Feminine : Masculine)[rest]);
                break;
            case 10:
                words.Add("desmit");
                break;
            case < 20:
                words.Add(Stems[rest - 10] + "padsmit");
                break;
            default:
                words.Add(Stems[rest / 10] + "desmit");
                if (rest % 10 > 0)
                {
                    words.Add((feminine ? Feminine : Masculine)[rest % 10]);
                }

                break;
        }

        return string.Join(' ', words);
    }
}
