using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Borders;

public sealed class BorderTests
{
    private static IEnumerable<SourceFile> Sources => House.Code("src/").Concat(House.Pages);

    [Fact]
    public void Projects_StandOnlyOnWhatIsBelow() => Violations.None(ProjectArrows.Violations(House.Files));

    [Theory]
    [InlineData("src/Plus.Shared/Plus.Shared.csproj", "..\\Plus.Functions\\Plus.Functions.csproj")]
    [InlineData("src/Plus.Law/Plus.Law.csproj", "../Plus.Kernel/Plus.Kernel.csproj")]
    [InlineData("src/Plus.New/Plus.New.csproj", "../Plus.Law/Plus.Law.csproj")]
    public void Projects_PlantedArrow_IsFound(string path, string reference) =>
        Assert.Single(
            ProjectArrows.Violations([
                new SourceFile(
                    path,
                    $"<Project><ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup></Project>"
                ),
            ])
        );

    [Fact]
    public void Law_PlantedPackage_IsFound() =>
        Assert.Single(
            ProjectArrows.Violations([
                new SourceFile(
                    "src/Plus.Law/Plus.Law.csproj",
                    "<Project><ItemGroup><PackageReference Include=\"X\" /></ItemGroup></Project>"
                ),
            ])
        );

    [Fact]
    public void Rooms_NameOnlyWhatTheyMay() => Violations.None(RoomArrows.Violations(Sources));

    [Theory]
    [InlineData("src/Plus.Shared/Cases/A.cs", "using Plus.Functions.Mediation;")]
    [InlineData("src/Plus.Shared/Cases/A.cs", "class A { object b = new Plus.Functions.Mediation.Thing(); }")]
    [InlineData("src/Plus.Shared/Cases/APage.cshtml", "@model Plus.Functions.Mediation.Thing")]
    [InlineData("src/Plus.Functions/CommunityWork/A.cs", "using Plus.Functions.Mediation.Records;")]
    [InlineData("src/Plus.Functions/CommunityWork/A.cs", "using Plus.Functions.Mediation;")]
    [InlineData("src/Plus.Web/Lists/A.cs", "using Plus.Shared.Cases.Records;")]
    [InlineData("src/Plus.Kernel/Audit/A.cs", "using Plus.Web.Language;")]
    public void Rooms_PlantedArrow_IsFound(string path, string text) =>
        Assert.NotEmpty(RoomArrows.Violations([new SourceFile(path, text)]));

    [Theory]
    [InlineData("src/Plus.Functions/CommunityWork/A.cs", "using Plus.Functions.Mediation.Contract;")]
    [InlineData("src/Plus.Functions/CommunityWork/A.cs", "using Plus.Functions.CommunityWork.Records;")]
    [InlineData(
        "src/Plus.Shared/Cases/A.cs",
        "// Plus.Functions.Mediation\nclass A { string b = \"Plus.Functions.Mediation\"; }"
    )]
    public void Rooms_AllowedName_IsNoViolation(string path, string text) =>
        Violations.None(RoomArrows.Violations([new SourceFile(path, text)]));

    [Fact]
    public void Law_IsPure() => Violations.None(LawPurity.Violations(House.Code("src/Plus.Law/")));

    [Theory]
    [InlineData("using System.IO;")]
    [InlineData("using Microsoft.EntityFrameworkCore;")]
    [InlineData("class A { object b = System.Guid.NewGuid(); object c = Guid.NewGuid(); }")]
    [InlineData("class A { string b = File.ReadAllText(\"x\"); }")]
    [InlineData("class A { Task B() => null; }")]
    public void Law_PlantedReach_IsFound(string text) =>
        Assert.NotEmpty(LawPurity.Violations([new SourceFile("src/Plus.Law/A.cs", text)]));

    [Fact]
    public void Time_IsAskedOfTheClock() => Violations.None(ClockUse.Violations(House.Code("src/")));

    [Theory]
    [InlineData("class A { object b = DateTime.Now; }")]
    [InlineData("class A { object b = System.DateTimeOffset.UtcNow.Date; object c = DateTimeOffset.UtcNow.Date; }")]
    [InlineData("class A { object b = DateTime.Today.AddDays(1); }")]
    public void Time_PlantedMachineClock_IsFound(string text) =>
        Assert.NotEmpty(ClockUse.Violations([new SourceFile("src/Plus.Shared/A.cs", text)]));
}
