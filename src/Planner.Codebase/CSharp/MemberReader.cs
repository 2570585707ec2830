using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Reads the members that other code can see, each with a signature of one line.</summary>
internal static class MemberReader
{
    private const int LongestSignature = 400;

    public static IReadOnlyList<MemberFact> Read(BaseTypeDeclarationSyntax type) => type switch
    {
        EnumDeclarationSyntax values => [.. values.Members.Select(v => Fact(v.Identifier, "value", v, v.Identifier.Span))],
        TypeDeclarationSyntax declared => [.. OfRecord(declared), .. declared.Members.SelectMany(m => Of(m, declared is InterfaceDeclarationSyntax))],
        _ => [],
    };

    private static IEnumerable<MemberFact> OfRecord(TypeDeclarationSyntax type) =>
        type is RecordDeclarationSyntax { ParameterList: { } list }
            ? list.Parameters.Select(p => Fact(p.Identifier, "property", p, From(p.Type ?? (SyntaxNode)p, p.Identifier.Span.End)))
            : [];

    private static IEnumerable<MemberFact> Of(MemberDeclarationSyntax member, bool inInterface)
    {
        if (!inInterface && !IsVisible(member.Modifiers))
        {
            return [];
        }

        return member switch
        {
            MethodDeclarationSyntax m => [Fact(m.Identifier, "method", m, Head(m, m.ConstraintClauses.LastOrDefault()?.Span.End ?? m.ParameterList.Span.End))],
            ConstructorDeclarationSyntax c => [Fact(c.Identifier, "constructor", c, Head(c, c.ParameterList.Span.End))],
            PropertyDeclarationSyntax p => [Fact(p.Identifier, "property", p, Head(p, p.Identifier.Span.End))],
            EventDeclarationSyntax e => [Fact(e.Identifier, "event", e, Head(e, e.Identifier.Span.End))],
            FieldDeclarationSyntax f =>
                f.Declaration.Variables.Select(v => Fact(v.Identifier, "field", v, Head(f, f.Declaration.Type.Span.End), " " + v.Identifier.ValueText)),
            EventFieldDeclarationSyntax f =>
                f.Declaration.Variables.Select(v => Fact(v.Identifier, "event", v, Head(f, f.Declaration.Type.Span.End), " " + v.Identifier.ValueText)),
            _ => [],
        };
    }

    private static bool IsVisible(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.InternalKeyword);

    private static TextSpan Head(MemberDeclarationSyntax member, int end)
    {
        var start = member.AttributeLists.Count > 0 ? member.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart : member.SpanStart;
        return TextSpan.FromBounds(Math.Min(start, end), end);
    }

    private static TextSpan From(SyntaxNode start, int end) => TextSpan.FromBounds(Math.Min(start.SpanStart, end), end);

    private static MemberFact Fact(SyntaxToken name, string kind, SyntaxNode node, TextSpan span, string tail = "") =>
        new(name.ValueText, kind, OneLine(node, span) + tail, SourceNodes.Line(name));

    private static string OneLine(SyntaxNode node, TextSpan span)
    {
        var text = new StringBuilder();
        var owner = node.FullSpan.Contains(span) ? node : node.SyntaxTree.GetRoot().FindNode(span);
        SyntaxToken? before = null;
        foreach (var token in owner.DescendantTokens(span).Where(t => span.Contains(t.Span)))
        {
            if (before is { } last && (last.HasTrailingTrivia || token.HasLeadingTrivia))
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            before = token;
        }

        text.Replace("( ", "(").Replace(" )", ")");
        return text.Length > LongestSignature ? text.ToString(0, LongestSignature) + "…" : text.ToString();
    }
}
