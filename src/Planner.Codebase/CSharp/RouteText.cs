using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>Reads a route as written: literals, constants by name, and what is put together from them.</summary>
internal static class RouteText
{
    private const int DeepestSum = 20;

    /// <summary>Null where it is computed in a way that syntax does not tell.</summary>
    public static IReadOnlyList<RoutePart>? Of(ExpressionSyntax? expression, int depth = 0) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [new RoutePart(text, IsName: false)],
        IdentifierNameSyntax name => [new RoutePart(name.Identifier.ValueText, IsName: true)],
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } access =>
            [new RoutePart($"{LastName(access.Expression)}.{access.Name.Identifier.ValueText}", IsName: true)],
        ParenthesizedExpressionSyntax inner => Of(inner.Expression, depth + 1),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && depth < DeepestSum => Joined(sum, depth + 1),
        InterpolatedStringExpressionSyntax text => Interpolated(text, depth + 1),
        _ => null,
    };

    private static IReadOnlyList<RoutePart>? Joined(BinaryExpressionSyntax sum, int depth) =>
        Of(sum.Left, depth) is { } left && Of(sum.Right, depth) is { } right ? [.. left, .. right] : null;

    private static List<RoutePart>? Interpolated(InterpolatedStringExpressionSyntax text, int depth)
    {
        var parts = new List<RoutePart>();
        foreach (var content in text.Contents)
        {
            var piece = content switch
            {
                InterpolatedStringTextSyntax plain => [new RoutePart(
                    plain.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal),
                    IsName: false)],
                InterpolationSyntax hole when depth < DeepestSum => Of(hole.Expression, depth),
                _ => null,
            };
            if (piece is null)
            {
                return null;
            }

            parts.AddRange(piece);
        }

        return parts;
    }

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };
}
