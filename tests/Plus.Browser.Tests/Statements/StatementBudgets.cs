namespace Plus.Browser.Tests.Statements;

/// <summary>How many SQL statements a page may take, log-in session and audit of the view included.</summary>
public static class StatementBudgets
{
    /// <summary>What every page may take unless it is named below.</summary>
    public const int Ordinary = 8;

    /// <summary>Pages that take more, and why.</summary>
    public static IReadOnlyDictionary<string, int> Exceptions { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { };

    public static int Of(string route) => Exceptions.GetValueOrDefault(route, Ordinary);
}
