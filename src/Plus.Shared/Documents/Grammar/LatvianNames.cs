namespace Plus.Shared.Documents.Grammar;

/// <summary>
/// Cases of personal names by a rule. It goes by the ending and the sex; what a rule cannot know (how a family bends its
/// own name) is overridden for the client. Words of a double name are bent one by one.
/// </summary>
public static class LatvianNames
{
    private const string Vowels = "aāeēiīoōuū";

    /// <param name="isSurname">Given names of two syllables on -tis and -dis do not soften (Valda), surnames do (Brieža).</param>
    /// <param name="sex">M, F, or null when not known: then the ending tells.</param>
    public static string Decline(string name, LatvianCase form, string? sex, bool isSurname)
    {
        if (form == LatvianCase.Nominative || name.Length == 0)
        {
            return name;
        }

        var result = new System.Text.StringBuilder();
        var begin = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || name[at] is ' ' or '-' or '–')
            {
                result.Append(Word(name[begin..at], form, sex, isSurname));
                if (at < name.Length)
                {
                    result.Append(name[at]);
                }

                begin = at + 1;
            }
        }

        return result.ToString();
    }

    /// <summary>Given name and surname together.</summary>
    public static string Full(string given, string surname, LatvianCase form, string? sex) =>
        $"{Decline(given, form, sex, isSurname: false)} {Decline(surname, form, sex, isSurname: true)}".Trim();

    /// <summary>An institution: the word that carries it is bent (Rīgas pilsētas tiesa, tiesas); a place behind it stands (tiesa Jūrmalā).</summary>
    public static string Institution(string name, LatvianCase form)
    {
        var words = name.Split(' ');
        var at = words.Length - 1;
        if (at > 0 && words[at].Length > 1 && words[at][^1] is 'ā' or 'ē' or 'ī' or 'ū')
        {
            at--;
        }

        if (form == LatvianCase.Nominative || words[at].Length < 3)
        {
            return name;
        }

        var word = words[at];
        words[at] = word[^1] is 'a' or 'e'
            ? Feminine(word, form, isSurname: false)
            : Masculine(word, form, isSurname: true);
        return string.Join(' ', words);
    }

    private static string Word(string word, LatvianCase form, string? sex, bool isSurname)
    {
        // An initial, or a word that is all small (de, van), stands as it is.
        if (word.Length < 3 || word.EndsWith('.') || char.IsLower(word[0]))
        {
            return word;
        }

        var feminine = sex switch
        {
            "F" => true,
            "M" => false,
            _ => word[^1] is 'a' or 'e' or 'ā',
        };
        return feminine ? Feminine(word, form, isSurname) : Masculine(word, form, isSurname);
    }

    private static string Feminine(string word, LatvianCase form, bool isSurname) =>
        word[^1] switch
        {
            'a' => word[..^1] + Of(form, "as", "ai", "u", "ā"),
            'e' => word[..^1] + Of(form, "es", "ei", "i", "ē"),
            'ā' when isSurname => word[..^1] + Of(form, "ās", "ajai", "o", "ajā"),
            _ => word,
        };

    private static string Masculine(string word, LatvianCase form, bool isSurname)
    {
        if (isSurname && word.EndsWith("ais", StringComparison.Ordinal) && !IsVowel(word[^4]))
        {
            return word[..^3] + Of(form, "ā", "ajam", "o", "ajā");
        }

        if (word.EndsWith("is", StringComparison.Ordinal))
        {
            var stem = word[..^2];
            return form == LatvianCase.Genitive
                ? (Softens(word, isSurname) ? Softened(stem) : stem) + "a"
                : stem + Of(form, "", "im", "i", "ī");
        }

        return word[^1] switch
        {
            's' when word.EndsWith("us", StringComparison.Ordinal) => word[..^2] + Of(form, "us", "um", "u", "ū"),
            's' or 'š' => word[..^1] + Of(form, "a", "am", "u", "ā"),
            'a' => word[..^1] + Of(form, "as", "am", "u", "ā"),
            'e' => word[..^1] + Of(form, "es", "em", "i", "ē"),
            _ => word,
        };
    }

    private static string Of(LatvianCase form, string genitive, string dative, string accusative, string locative) =>
        form switch
        {
            LatvianCase.Genitive => genitive,
            LatvianCase.Dative => dative,
            LatvianCase.Accusative => accusative,
            _ => locative,
        };

    // Petrovskis, Petrovska; Valdis, Valda, but Briedis, Brieža.
    private static bool Softens(string word, bool isSurname)
    {
        if (word.EndsWith("skis", StringComparison.Ordinal) || word.EndsWith("ckis", StringComparison.Ordinal))
        {
            return false;
        }

        var dental = word.EndsWith("tis", StringComparison.Ordinal) || word.EndsWith("dis", StringComparison.Ordinal);
        return !(dental && !isSurname && Syllables(word) == 2);
    }

    private static readonly (string Hard, string Soft)[] Softenings =
    [
        ("ln", "ļņ"),
        ("sn", "šņ"),
        ("zn", "žņ"),
        ("sl", "šļ"),
        ("zl", "žļ"),
        ("ll", "ļļ"),
        ("nn", "ņņ"),
        ("dz", "dž"),
        ("b", "bj"),
        ("p", "pj"),
        ("m", "mj"),
        ("v", "vj"),
        ("f", "fj"),
        ("t", "š"),
        ("d", "ž"),
        ("s", "š"),
        ("z", "ž"),
        ("c", "č"),
        ("n", "ņ"),
        ("l", "ļ"),
    ];

    private static string Softened(string stem)
    {
        foreach (var (hard, soft) in Softenings)
        {
            if (stem.EndsWith(hard, StringComparison.Ordinal))
            {
                return stem[..^hard.Length] + soft;
            }
        }

        // k, g, ķ, ģ, r, j, š, ž, č do not change.
        return stem;
    }

    private static bool IsVowel(char letter) =>
        Vowels.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

    // Two vowels beside one another are one syllable (ie, ai, au).
    private static int Syllables(string word)
    {
        var count = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (IsVowel(word[at]) && (at == 0 || !IsVowel(word[at - 1])))
            {
                count++;
            }
        }

        return count;
    }
}
