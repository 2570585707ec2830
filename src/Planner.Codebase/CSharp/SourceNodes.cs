using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>The nodes of a file that the readers look at, collected in one pass.</summary>
internal sealed class SourceNodes
{
    private SourceNodes(CompilationUnitSyntax root) => Root = root;

    public CompilationUnitSyntax Root { get; }

    public List<BaseTypeDeclarationSyntax> Types { get; } = [];

    public List<MethodDeclarationSyntax> Methods { get; } = [];

    public List<InvocationExpressionSyntax> Invocations { get; } = [];

    public List<FieldDeclarationSyntax> Fields { get; } = [];

    public List<SimpleNameSyntax> Names { get; } = [];

    public List<SyntaxToken> Strings { get; } = [];

    public static SourceNodes Of(CompilationUnitSyntax root)
    {
        var nodes = new SourceNodes(root);
        foreach (var node in root.DescendantNodes())
        {
            nodes.Take(node);
        }

        return nodes;
    }

    public static int Line(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    public static int Line(SyntaxToken token) => token.SyntaxTree!.GetLineSpan(token.Span).StartLinePosition.Line + 1;

    private void Take(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                Names.Add(name);
                break;
            case InvocationExpressionSyntax invocation:
                Invocations.Add(invocation);
                break;
            case LiteralExpressionSyntax { Token.Value: string } literal:
                Strings.Add(literal.Token);
                break;
            case InterpolatedStringTextSyntax text:
                Strings.Add(text.TextToken);
                break;
            case MethodDeclarationSyntax method:
                Methods.Add(method);
                break;
            case FieldDeclarationSyntax field:
                Fields.Add(field);
                break;
            case BaseTypeDeclarationSyntax type:
                Types.Add(type);
                break;
            default:
                break;
        }
    }
}
