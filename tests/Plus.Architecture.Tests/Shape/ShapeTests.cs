using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Shape;

public sealed class ShapeTests
{
    [Fact]
    public void Files_AreShort() => Violations.None(FileShape.TooLong(House.Files));

    [Theory]
    [InlineData("src/Plus.Shared/Cases/A.cs", 301)]
    [InlineData("tests/Plus.Shared.Tests/A.cs", 501)]
    [InlineData("src/Plus.Functions/Mediation/MediationModule.cs", 181)]
    public void Files_PlantedLength_IsFound(string path, int lines)
    {
        Assert.Single(FileShape.TooLong([new SourceFile(path, new string('\n', lines - 1) + "x")]));
        Violations.None(FileShape.TooLong([new SourceFile(path, new string('\n', lines - 2) + "x")]));
    }

    [Fact]
    public void Names_SaySomething() =>
        Violations.None(FileShape.BannedNamesIn(House.Code("src/").Concat(House.Code("tests/"))));

    [Theory]
    [InlineData("src/Plus.Shared/Cases/Index.cs", "")]
    [InlineData("src/Plus.Shared/Cases/A.cs", "class StringUtils;")]
    [InlineData("src/Plus.Shared/Cases/A.cs", "static class DateExtensions;")]
    [InlineData("src/Plus.Shared/Cases/A.cs", "record CaseManager;")]
    public void Names_PlantedEmptyOne_IsFound(string path, string text) =>
        Assert.Single(FileShape.BannedNamesIn([new SourceFile(path, text)]));

    [Fact]
    public void Namespaces_AreFolders() =>
        Violations.None(
            FileShape.NamespacesApart(House.Code("src/").Concat(House.Code("tests/")).Concat(House.Code("bench/")))
        );

    [Fact]
    public void Namespaces_PlantedOneApart_IsFound() =>
        Assert.Single(
            FileShape.NamespacesApart([new SourceFile("src/Plus.Shared/Cases/A.cs", "namespace Plus.Shared.Clients;")])
        );

    [Fact]
    public void Functions_HaveTheirDoorTheirWordsTheirContractAndTheirRecords()
    {
        var root = Path.Combine(House.Root, "src", "Plus.Functions");
        var folders = Directory
            .EnumerateDirectories(root)
            .Where(d => Path.GetFileName(d) is not ("bin" or "obj"))
            .ToDictionary(
                d => Path.GetFileName(d),
                d =>
                    (IReadOnlyList<string>)
                        [
                            .. Directory
                                .EnumerateFiles(d, "*", SearchOption.AllDirectories)
                                .Select(f => Path.GetRelativePath(d, f)),
                        ]
            );

        Violations.None(FunctionFolders.Violations(folders));
    }

    [Fact]
    public void Functions_PlantedBareFolder_IsFound()
    {
        var folders = Enumerable
            .Range(1, 9)
            .ToDictionary(
                n => "F" + n,
                n => (IReadOnlyList<string>)[$"F{n}Module.cs", $"F{n}.md", "Contract/A.cs", "Records/A.cs"]
            );
        Violations.None(FunctionFolders.Violations(folders));

        folders["F3"] = ["F3Module.cs"];
        Assert.Equal(
            ["F3 has no F3.md.", "F3 has no Contract.", "F3 has no Records."],
            FunctionFolders.Violations(folders)
        );
    }
}
