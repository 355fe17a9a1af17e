namespace Plus.Web.Language;

/// <summary>The grammatical number a count takes (Unicode CLDR plural rules for whole numbers).</summary>
public enum PluralForm
{
    /// <summary>Latvian 1, 21, 101 ("klients"); English 1.</summary>
    One,

    /// <summary>Latvian 2-9, 22-29 ("klienti"); English every number but 1.</summary>
    Other,

    /// <summary>Latvian 0, 10-20, 30, 111 ("klientu"); English has no such form.</summary>
    Zero,
}

/// <summary>Chooses the form.</summary>
public static class PluralForms
{
    /// <summary>The form <paramref name="count"/> takes in <paramref name="language"/>.</summary>
    public static PluralForm Of(PageLanguage language, long count)
    {
        var n = Math.Abs(count);
        if (language == PageLanguage.English)
        {
            return n == 1 ? PluralForm.One : PluralForm.Other;
        }

        if (n % 10 == 0 || n % 100 is >= 11 and <= 19)
        {
            return PluralForm.Zero;
        }

        return n % 10 == 1 ? PluralForm.One : PluralForm.Other;
    }
}
