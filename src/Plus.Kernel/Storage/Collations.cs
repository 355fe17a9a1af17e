namespace Plus.Kernel.Storage;

/// <summary>Collations by name.</summary>
public static class Collations
{
    /// <summary>Latvian order of letters (ICU): Abols, Ābols, Cielava, Čakste.</summary>
    public const string Latvian = "lv-LV-x-icu";
}
