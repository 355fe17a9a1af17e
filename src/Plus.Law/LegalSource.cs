namespace Plus.Law;

/// <summary>Where a rule stands: the act by its short Latvian name ("LSIK", "MK noteikumi Nr. 119") and the article
/// ("155. pants"; empty when the source names none).</summary>
public sealed record LegalSource(string Act, string Article)
{
    public override string ToString() => Article.Length == 0 ? Act : $"{Act} {Article}";
}
