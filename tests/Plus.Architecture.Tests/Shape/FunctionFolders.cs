namespace Plus.Architecture.Tests.Shape;

/// <summary>What every function's folder holds: its door, its page of words, what siblings may see, its records.</summary>
internal static class FunctionFolders
{
    /// <param name="folders">Name of each folder of Plus.Functions with the files in it, from the folder on.</param>
    public static IEnumerable<string> Violations(IReadOnlyDictionary<string, IReadOnlyList<string>> folders)
    {
        if (folders.Count != 9)
        {
            yield return $"There are {folders.Count} functions; the law has nine.";
        }

        foreach (var (name, files) in folders)
        {
            foreach (var wanted in new[] { name + "Module.cs", name + ".md" })
            {
                if (!files.Contains(wanted))
                {
                    yield return $"{name} has no {wanted}.";
                }
            }

            foreach (var wanted in new[] { "Contract", "Records" })
            {
                if (!files.Any(f => f.StartsWith(wanted + "/", StringComparison.Ordinal)))
                {
                    yield return $"{name} has no {wanted}.";
                }
            }
        }
    }
}
