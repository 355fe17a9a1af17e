using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Processes;

/// <summary>Every kind of write that the audit knows is made by something and named by a test.</summary>
internal static class TestedProcesses
{
    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> tests)
    {
        foreach (var (code, name, file) in sources.SelectMany(Types))
        {
            var field = name.Split('.')[1];
            var used = sources.Any(s =>
                s == file
                    ? Count(s.Text, $@"\b{field}\b") > (Count(s.Text, @"\bProcessTypes\b") > 0 ? 2 : 1)
                    : Count(s.Text, $@"\b{Regex.Escape(name)}\b") > 0 && !OnlyLists(s, name)
            );
            if (!used)
            {
                yield return $"{file.Path}: nothing makes the process {code}.";
            }

            var wanted = $@"(?<![\w.]){Regex.Escape(code)}(?![\w.])|\b{Regex.Escape(name)}\b";
            if (!tests.Any(t => Count(t.Text, wanted) > 0))
            {
                yield return $"{file.Path}: no test names the process {code}.";
            }
        }
    }

    private static bool OnlyLists(SourceFile file, string name) =>
        file.Path.EndsWith("Module.cs", StringComparison.Ordinal)
        && Count(file.Text, $@"\b{Regex.Escape(name)}\b") == 1
        && Count(file.Text, @"\bProcessTypes\b") > 0;

    // The code, Class.Field by which it is named, and where it is declared.
    private static IEnumerable<(string Code, string Name, SourceFile File)> Types(SourceFile file) =>
        from field in file.Tree.DescendantNodes().OfType<FieldDeclarationSyntax>()
        where field.Declaration.Type.ToString() == "ProcessType" && field.Modifiers.Any(SyntaxKind.StaticKeyword)
        from variable in field.Declaration.Variables
        let code = variable
            .Initializer?.DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(l => l.IsKind(SyntaxKind.StringLiteralExpression))
            ?.Token.ValueText
        where code is not null
        let type = field.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text
        select (code, type + "." + variable.Identifier.Text, file);

    private static int Count(string text, string pattern) =>
        Regex.Count(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
}
