using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Documents;

/// <summary>Documents that tests write: PLUS_WRITE_DOCS=1 writes them anew, without it a stale one fails.</summary>
internal static class WrittenDocs
{
    public static void MustBeCurrent(string path, string wanted)
    {
        var file = Path.Combine(House.Root, path);
        if (Environment.GetEnvironmentVariable("PLUS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, wanted);
        }

        var held = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(held == wanted, $"{path} is stale: run the tests of this project with PLUS_WRITE_DOCS=1");
    }
}
