using System.Reflection;
using Plus.Architecture.Tests.Sources;
using Plus.Host;
using Plus.Kernel.Audit;
using Plus.Shared.Access.Delivered;

namespace Plus.Architecture.Tests.Language;

public sealed class LanguageTests
{
    private static readonly IReadOnlyList<TextLine> Texts = TextFiles.Read(House.Files);

    private static readonly HashSet<string> Keys = Texts.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);

    private static readonly TextUse Use = new(House.Code("src/").Concat(House.Pages));

    [Fact]
    public void Texts_StandInBothLanguagesOnce() => Violations.None(TextPairs.Violations(Texts));

    [Fact]
    public void Texts_PlantedHalfOne_IsFound() =>
        Assert.Equal(
            5,
            TextPairs
                .Violations([
                    new TextLine("a/", "a.one", "viens", null),
                    new TextLine("a/", "a.two", "{count} divi", "{number} two"),
                    new TextLine("a/", "a.same", "{n|viens|divi}", "{n|one|two}"),
                    new TextLine("b/", "a.same", " ", "x"),
                ])
                .Count()
        );

    // The law's texts are named after the law's codes; its own tests hold them together.
    [Fact]
    public void Texts_AreAllUsed() => Violations.None(Use.Unused(Texts.Where(t => t.Folder != "src/Plus.Law/")));

    [Fact]
    public void Texts_AskedFor_AreThere() => Violations.None(Use.Unknown(Texts));

    [Fact]
    public void Texts_PlantedUse_IsJudged()
    {
        var use = new TextUse([
            new SourceFile(
                "src/A.cs",
                "class A { string b = \"a.used\"; string c = \"a.kind.\" + x; string d = $\"a.tone.{x}\"; object e = texts[\"a.gone\"]; }"
            ),
            new SourceFile("src/A.cshtml", "<plus-input key=\"a.field\" />@T[\"a.missing\"]@T[\"a.state.\" + code]"),
        ]);
        TextLine[] texts =
        [
            .. new[] { "a.used", "a.kind.one", "a.tone.x", "a.field", "a.field.hint", "a.state.open", "a.idle" }.Select(
                k => new TextLine("a/", k, "x", "x")
            ),
        ];

        Assert.Equal(["a/: nothing asks for a.idle."], use.Unused(texts));
        Assert.Equal(["No text answers a.gone.", "No text answers a.missing."], use.Unknown(texts).Order());
    }

    [Fact]
    public void Pages_HoldNoWords() => Violations.None(LiteralWords.Violations(House.Pages));

    [Theory]
    [InlineData("<h1>Klienti</h1>")]
    [InlineData("@if (x) { <p>There is @Model.Count left</p> }")]
    [InlineData("<plus-input for=\"A\" label=\"Vārds\" />")]
    [InlineData("<td>@Model.Name Jr.</td>")]
    public void Pages_PlantedWord_IsFound(string page) =>
        Assert.NotEmpty(LiteralWords.Violations([new SourceFile("src/A.cshtml", page)]));

    [Theory]
    [InlineData("@page \"/a\"\n@model Plus.A\n@{\n  Head.Title = T[\"a.b\"];\n}\n<h1>@T[\"a.b\", (\"count\", 5)]</h1>")]
    [InlineData("@foreach (var a in Model.All)\n{\n  <li>@a.Name – @(a.To is { } to ? T.Write(to) : \"–\")</li>\n}")]
    [InlineData("<p>PLUS · &nbsp;12</p>@* words in a comment *@")]
    public void Pages_WithoutWords_AreNoViolation(string page) =>
        Violations.None(LiteralWords.Violations([new SourceFile("src/A.cshtml", page)]));

    [Fact]
    public void Processes_AllHaveAHistoryLine()
    {
        var listed = Doors.All.All.SelectMany(m => m.ProcessTypes).Select(p => p.Code).ToList();

        Violations.None(listed.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Violations.None(listed.Where(c => !Keys.Contains("process." + c)));
    }

    [Fact]
    public void Processes_AllStandInADoor()
    {
        var listed = Doors.All.All.SelectMany(m => m.ProcessTypes).ToHashSet();
        var made = Doors
            .All.All.Select(m => m.GetType().Assembly)
            .Append(typeof(Doors).Assembly)
            .Distinct()
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t =>
                t.GetFields(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(f => f.FieldType == typeof(ProcessType))
            .Select(f => (Where: f.DeclaringType!.FullName, Type: (ProcessType)f.GetValue(null)!))
            .ToList();

        Assert.NotEmpty(made);
        Violations.None(
            made.Where(m => !listed.Contains(m.Type)).Select(m => $"{m.Where}: {m.Type.Code} stands in no door.")
        );
    }

    [Fact]
    public void Permissions_AllHaveWordsAndARole()
    {
        var declared = Doors.All.Permissions.ToList();
        var held = DeliveredRoles.Read().SelectMany(r => r.Permissions).ToHashSet(StringComparer.Ordinal);

        Violations.None(declared.Where(p => !Keys.Contains("permission." + p)));
        // Held by the access of a host's contact person or of a host's own system: nobody of the Service has them.
        Violations.None(
            declared
                .Except(held, StringComparer.Ordinal)
                .Except(["hostPages.use", "hostApi.use"], StringComparer.Ordinal)
        );
        Violations.None(held.Except(declared, StringComparer.Ordinal));
    }

    [Fact]
    public void Roles_AllHaveWordsAndAScope() =>
        Violations.None(
            DeliveredRoles
                .Read()
                .Where(r => !Keys.Contains("role." + r.Code) || !Keys.Contains("access.scope." + r.Scope))
                .Select(r => r.Code)
        );
}
