using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Processes;

public sealed class ProcessTests
{
    private static readonly SourceFile Handler = new(
        "src/Plus.Shared/Cases/A.cs",
        """
        class CloseHandler {
          public static readonly ProcessType Closed = new("cases.closed", OnTimeline: true);
          void Do() => Commit(new ProcessStart(Closed));
        }
        """
    );

    [Fact]
    public void EveryProcess_IsMadeAndTested() =>
        Violations.None(
            TestedProcesses.Violations(
                [.. House.Code("src/")],
                [.. House.Code("tests/").Where(f => f.Project is not ("Plus.Architecture.Tests" or "Plus.Testing"))]
            )
        );

    [Theory]
    [InlineData("""Assert.Equal(1, await ProcessesAsync(section, "cases.closed"));""")]
    [InlineData("Assert.Equal(CloseHandler.Closed.Code, type);")]
    public void Process_NamedByATest_IsTested(string test) =>
        Violations.None(TestedProcesses.Violations([Handler], [Test(test)]));

    [Theory]
    [InlineData("")]
    [InlineData("""Assert.Equal("cases.closedAgain", type);""")]
    [InlineData("""Assert.Equal("permission.cases.closed", key);""")]
    public void Process_PlantedWithoutATest_IsFound(string test) =>
        Assert.Single(TestedProcesses.Violations([Handler], [Test(test)]));

    [Fact]
    public void Process_PlantedThatNothingMakes_IsFound()
    {
        var module = new SourceFile(
            "src/Plus.Shared/Cases/CasesModule.cs",
            """
            class CasesModule {
              public static readonly ProcessType Closed = new("cases.closed");
              public override IEnumerable<ProcessType> ProcessTypes => [Closed];
            }
            """
        );

        Assert.Equal(
            ["src/Plus.Shared/Cases/CasesModule.cs: nothing makes the process cases.closed."],
            TestedProcesses.Violations([module], [Test("""var type = "cases.closed";""")])
        );
    }

    private static SourceFile Test(string text) => new("tests/Plus.Shared.Tests/Cases/A.cs", text);
}
