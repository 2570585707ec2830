using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>
/// Reads minimal API routes. Prefixes of <c>MapGroup</c> are carried through variables inside a method; where a method is given
/// its builder, the route stays open at the front until all callers are known.
/// </summary>
internal static class MappedRouteReader
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["MapGet"] = "GET",
        ["MapPost"] = "POST",
        ["MapPut"] = "PUT",
        ["MapPatch"] = "PATCH",
        ["MapDelete"] = "DELETE",
    };

    public static IReadOnlyList<RouteDraft> Read(SourceNodes nodes, out IReadOnlyList<RouteCall> calls)
    {
        var routes = new List<RouteDraft>();
        var handed = new List<RouteCall>();
        var scopes = new Dictionary<SyntaxNode, RouteScope>();
        foreach (var call in nodes.Invocations.Where(i => MayMap(i)))
        {
            var home = (SyntaxNode?)call.FirstAncestorOrSelf<SyntaxNode>(n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? nodes.Root;
            if (!scopes.TryGetValue(home, out var scope))
            {
                scopes[home] = scope = new RouteScope(home);
            }

            Take(call, scope, routes, handed);
        }

        calls = handed;
        return routes;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>By habit, whatever maps routes says so in its name.</summary>
    private static bool MayMap(InvocationExpressionSyntax call) => NameOf(call).Contains("Map", StringComparison.Ordinal)
        || NameOf(call).Contains("Endpoint", StringComparison.Ordinal) || NameOf(call).Contains("Route", StringComparison.Ordinal);

    private static void Take(InvocationExpressionSyntax call, RouteScope scope, List<RouteDraft> routes, List<RouteCall> handed)
    {
        var name = NameOf(call);
        var arguments = call.ArgumentList.Arguments;
        if (call.Expression is MemberAccessExpressionSyntax access && (Verbs.ContainsKey(name) || name == "MapMethods") && arguments.Count >= 2)
        {
            routes.AddRange(Mapped(access, arguments, scope, AccessReader.Of(call)));
        }
        else if (name is not ("MapGroup" or "MapControllers" or "MapFallback"))
        {
            handed.AddRange(Handed(call, name, scope));
        }
    }

    private static IEnumerable<RouteDraft> Mapped(
        MemberAccessExpressionSyntax access,
        SeparatedSyntaxList<ArgumentSyntax> arguments,
        RouteScope scope,
        string? allowed)
    {
        var name = access.Name.Identifier.ValueText;
        var text = RouteText.Of(arguments[0].Expression) ?? [new RoutePart("?", IsName: true)];
        var route = scope.PrefixOf(access.Expression).Then(text);
        IEnumerable<string> methods = Verbs.TryGetValue(name, out var verb)
            ? [verb]
            : arguments[1].DescendantNodes().OfType<LiteralExpressionSyntax>().Select(l => l.Token.ValueText.ToUpperInvariant()).Where(m => m.Length > 0);
        var handler = Handler(arguments[^1].Expression, scope.Home);
        return methods.Select(m => new RouteDraft(m, route, scope.Home, handler, SourceNodes.Line(access.Name), allowed));
    }

    private static string Handler(ExpressionSyntax handler, RouteHome home) => handler switch
    {
        IdentifierNameSyntax method when home.Type.Length > 0 => $"{home.Type}.{method.Identifier.ValueText}",
        IdentifierNameSyntax method => method.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.ToString(),
        _ => home.Type.Length > 0 ? $"{home.Type}.{home.Method}" : "Program",
    };

    private static IEnumerable<RouteCall> Handed(InvocationExpressionSyntax call, string name, RouteScope scope)
    {
        var (receiver, qualifier) = call.Expression is MemberAccessExpressionSyntax access
            ? (access.Expression, access.Expression is SimpleNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] type } ? type : null)
            : (null, (string?)null);
        if (receiver is not null && scope.IsBuilder(receiver))
        {
            // A builder's own Map is the framework's; a class's Map is a method of this code base.
            return name == "Map" ? [] : [new RouteCall(name, null, scope.PrefixOf(receiver), scope.Home)];
        }

        var given = call.ArgumentList.Arguments.Select(a => a.Expression).FirstOrDefault(scope.IsBuilder);
        return given is null ? [] : [new RouteCall(name, qualifier, scope.PrefixOf(given), scope.Home)];
    }
}
