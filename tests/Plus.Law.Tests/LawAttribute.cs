namespace Plus.Law.Tests;

/// <summary>Names the article and the rule a test stands for; docs/law/rules.md is made from these.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class LawAttribute(string article, string rule) : Attribute
{
    public string Article { get; } = article;

    public string Rule { get; } = rule;
}
