namespace Plus.Law.Identity;

/// <summary>
/// An address as it is compared: the name of the street and the number of the house without the flat, or the name of a
/// farmstead or place. Letters without diacritics, street words in one form, post codes left out. Where a text leaves
/// something open (no word for the kind of street), it is taken to agree: whoever asks is sent to somebody who knows.
/// </summary>
public sealed record AddressKey
{
    private const int ShortestName = 4;
    private const string Boundary = ",";

    private static readonly Dictionary<string, string> StreetWords = Words(
        ("iela", "iela ielas ielai ielu iel"),
        ("bulvaris", "bulvaris bulvara bulvari bulvarim bulv blv"),
        ("prospekts", "prospekts prospekta prospektu prospektam prosp"),
        ("gatve", "gatve gatves gatvi gatvei"),
        ("laukums", "laukums laukuma laukumu laukumam lauk"),
        ("cels", "cels cela celu celam"),
        ("soseja", "soseja sosejas soseju sosejai sos"),
        ("aleja", "aleja alejas aleju alejai"),
        ("dambis", "dambis dambja dambi dambim"),
        ("krastmala", "krastmala krastmalas krastmalu krastmalai krastm"),
        ("linija", "linija linijas liniju linijai")
    );

    private static readonly HashSet<string> Noise =
    [
        .. "nr numurs numura maja majas m eka ekas dz dzivoklis dzivokla k korp korpuss latvija lv".Split(' '),
    ];

    private static readonly HashSet<string> Districts = [.. "pagasts pagasta pag novads novada nov".Split(' ')];

    // Said in front of the street without a comma, they are the town; in the genitive they are streets.
    private static readonly HashSet<string> Towns =
    [
        .. "riga jelgava liepaja daugavpils jurmala ventspils rezekne valmiera jekabpils ogre".Split(' '),
    ];

    private AddressKey(IReadOnlyList<string> name, string? street, string? house) =>
        (Name, Street, House) = (name, street, house);

    /// <summary>The words of the name, in order; of a street the last one alone, since initials come and go.</summary>
    public IReadOnlyList<string> Name { get; }

    /// <summary>The kind of street, where the text says it.</summary>
    public string? Street { get; }

    /// <summary>Number of the house with its letter; null for a farmstead or a place.</summary>
    public string? House { get; }

    /// <summary>The key of an address; null when the text names no house and no place that could be told apart.</summary>
    public static AddressKey? Of(string? text)
    {
        var segments = Segments(Read(text));
        foreach (var segment in segments)
        {
            var at = segment.FindIndex(1, t => char.IsAsciiDigit(t[0]));
            if (at > 0 && NameOf(segment[..at]) is { Count: > 0 } name)
            {
                return new AddressKey([name[^1]], segment[..at].FindLast(StreetWords.ContainsValue), segment[at]);
            }
        }

        var place = segments.Find(s => !s.Exists(Districts.Contains));
        return
            place is not null
            && NameOf(place) is { Count: > 0 } words
            && words.Sum(w => w.Length) >= ShortestName
            && !(words.Count == 1 && Towns.Contains(words[0]))
            ? new AddressKey(words, place.FindLast(StreetWords.ContainsValue), null)
            : null;
    }

    /// <summary>Whether a text, an address or a way described in words, names this house or place.</summary>
    public bool IsMentionedIn(string? text)
    {
        var tokens = Read(text);
        for (var start = 0; start + Name.Count <= tokens.Count; start++)
        {
            if (
                Name.Select((word, i) => tokens[start + i] == word).All(same => same)
                && EndsHere(tokens, start + Name.Count)
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsHere(List<string> tokens, int at)
    {
        if (at < tokens.Count && StreetWords.ContainsValue(tokens[at]))
        {
            if (Street is not null && tokens[at] != Street)
            {
                return false;
            }

            at++;
        }

        if (House is null)
        {
            return true;
        }

        if (at < tokens.Count && tokens[at] == Boundary)
        {
            at++;
        }

        return at < tokens.Count && tokens[at] == House;
    }

    private static List<string> NameOf(List<string> words)
    {
        var name = words.Where(w => !StreetWords.ContainsValue(w)).ToList();
        if (name.TrueForAll(w => w.All(char.IsAsciiDigit)))
        {
            return [];
        }

        return name.Count > 1 && Towns.Contains(name[0]) ? name[1..] : name;
    }

    private static List<List<string>> Segments(List<string> tokens)
    {
        var segments = new List<List<string>> { new() };
        foreach (var token in tokens)
        {
            if (token == Boundary)
            {
                segments.Add([]);
            }
            else
            {
                segments[^1].Add(token);
            }
        }

        return [.. segments.Where(s => s.Count > 0)];
    }

    // Folded words and numbers in order; what parts an address stands between as a boundary.
    private static List<string> Read(string? text)
    {
        var tokens = new List<string>();
        var word = "";
        foreach (var letter in NameFolding.Fold(text) + ",")
        {
            if (char.IsLetterOrDigit(letter))
            {
                word += letter;
                continue;
            }

            Take(tokens, word);
            word = "";
            if (letter is ',' or ';' && tokens.Count > 0 && tokens[^1] != Boundary)
            {
                tokens.Add(Boundary);
            }
        }

        return tokens;
    }

    private static void Take(List<string> tokens, string word)
    {
        if (word.Length == 0 || IsPostCode(tokens, word))
        {
            return;
        }

        // 12 A is 12a; a wing of a building (12 k-2) is the same building.
        if (char.IsAsciiDigit(word[0]))
        {
            tokens.Add(word.Length > 1 ? word.TrimEnd('k') : word);
        }
        else if (word.Length == 1 && word != "k" && tokens.Count > 0 && tokens[^1].All(char.IsAsciiDigit))
        {
            tokens[^1] += word;
        }
        else if (StreetWords.TryGetValue(word, out var street))
        {
            tokens.Add(street);
        }
        else if (!Noise.Contains(word))
        {
            tokens.Add(word);
        }
    }

    private static bool IsPostCode(List<string> tokens, string word) =>
        (word.Length == 6 && word.StartsWith("lv", StringComparison.Ordinal) && word[2..].All(char.IsAsciiDigit))
        || (word.Length == 4 && tokens.Count > 0 && tokens[^1] == Boundary && word.All(char.IsAsciiDigit));

    private static Dictionary<string, string> Words(params (string One, string Forms)[] words) =>
        words
            .SelectMany(w => w.Forms.Split(' ').Select(f => (Form: f, w.One)))
            .ToDictionary(w => w.Form, w => w.One, StringComparer.Ordinal);
}
