using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plus.Architecture.Tests.Sources;

/// <summary>One file: its path from the root, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private CompilationUnitSyntax? _tree;

    public int Lines => Text.TrimEnd('\n').Split('\n').Length;

    /// <summary>The project's name: the second folder.</summary>
    public string Project => Path.Split('/')[1];

    public CompilationUnitSyntax Tree => _tree ??= CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    /// <summary>Every dotted name written in code: usings, types, members. Comments and strings do not count.</summary>
    public IEnumerable<string> Names =>
        Tree.DescendantNodes()
            .Where(n => n is NameSyntax or MemberAccessExpressionSyntax)
            .Where(n => n.Parent is not (QualifiedNameSyntax or BaseNamespaceDeclarationSyntax))
            .Select(n => string.Concat(n.ToString().Where(c => !char.IsWhiteSpace(c))));

    /// <summary>Every literal text in code; of interpolated ones the piece before the first hole, with * behind it.</summary>
    public IEnumerable<string> Literals =>
        Tree.DescendantNodes()
            .Select(n =>
                n switch
                {
                    LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal
                        .Token
                        .ValueText,
                    InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, _, ..] } =>
                        first.TextToken.ValueText + "*",
                    _ => null,
                }
            )
            .OfType<string>();
}
