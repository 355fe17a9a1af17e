using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void Commands_ThatDocumentsName_AnswerHelp()
    {
        var named = Directory
            .EnumerateFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(House.Root, "*.md"))
            .SelectMany(file => NamedCommands.In(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !NamedCommands.Answers(name));
    }

    [Fact]
    public void Commands_PlantedUnknownOne_IsFound()
    {
        Assert.Equal(["dance"], NamedCommands.In("Run `./plus dance --now` and ./plus dance."));
        Assert.False(NamedCommands.Answers("dance"));
    }

    [Fact]
    public void Commands_OfTheOverview_AnswerHelp()
    {
        var script = File.ReadAllText(Path.Combine(House.Root, "plus"));
        var overview = script[
            script.IndexOf("overview()", StringComparison.Ordinal)..script.IndexOf(
                "help_of()",
                StringComparison.Ordinal
            )
        ];

        Assert.DoesNotContain(NamedCommands.In(overview), name => !NamedCommands.Answers(name));
    }
}
