using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>What the variables of one method hold, as far as they are route builders.</summary>
internal sealed class RouteScope
{
    private const int LongestChain = 40;

    private static readonly HashSet<string> BuilderTypes = new(StringComparer.Ordinal)
    {
        "IEndpointRouteBuilder", "RouteGroupBuilder", "WebApplication", "IVersionedEndpointRouteBuilder",
    };

    private readonly Dictionary<string, RoutePrefix> variables = new(StringComparer.Ordinal);

    public RouteScope(SyntaxNode home)
    {
        Home = new RouteHome(
            home.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "",
            home switch
            {
                MethodDeclarationSyntax m => m.Identifier.ValueText,
                LocalFunctionStatementSyntax f => f.Identifier.ValueText,
                _ => "",
            });
        TakeParameters(home);
        TakeVariables(home);
    }

    public RouteHome Home { get; }

    public bool IsBuilder(ExpressionSyntax expression) => IsBuilder(expression, 0);

    private bool IsBuilder(ExpressionSyntax expression, int depth) => expression switch
    {
        IdentifierNameSyntax name => variables.ContainsKey(name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapGroup" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when depth < LongestChain => IsBuilder(access.Expression, depth + 1),
        _ => false,
    };

    /// <summary>The prefix of a builder, looking through the fluent calls that hang on it.</summary>
    public RoutePrefix PrefixOf(ExpressionSyntax expression, int depth = 0) => expression switch
    {
        IdentifierNameSyntax name => variables.GetValueOrDefault(name.Identifier.ValueText, RoutePrefix.None),
        ParenthesizedExpressionSyntax inner when depth < LongestChain => PrefixOf(inner.Expression, depth + 1),
        PostfixUnaryExpressionSyntax inner when depth < LongestChain => PrefixOf(inner.Operand, depth + 1),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when depth < LongestChain =>
            access.Name.Identifier.ValueText == "MapGroup" && call.ArgumentList.Arguments is [var first, ..]
                ? PrefixOf(access.Expression, depth + 1).Then(RouteText.Of(first.Expression) ?? [new RoutePart("?", IsName: true)])
                : PrefixOf(access.Expression, depth + 1),
        _ => RoutePrefix.None,
    };

    private void TakeParameters(SyntaxNode home)
    {
        var parameters = home switch
        {
            MethodDeclarationSyntax m => m.ParameterList.Parameters,
            LocalFunctionStatementSyntax f => f.ParameterList.Parameters,
            _ => default,
        };
        foreach (var parameter in parameters.Where(p => p.Type is { } type && BuilderTypes.Contains(TypeReader.NameOf(type))))
        {
            variables[parameter.Identifier.ValueText] = new RoutePrefix(FromCaller: true, []);
        }
    }

    private void TakeVariables(SyntaxNode home)
    {
        foreach (var variable in home.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Initializer is not null))
        {
            var value = variable.Initializer!.Value;
            if (IsBuilder(value))
            {
                variables[variable.Identifier.ValueText] = PrefixOf(value);
            }
            else if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build" } })
            {
                variables[variable.Identifier.ValueText] = RoutePrefix.None;
            }
        }
    }
}
