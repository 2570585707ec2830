using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Reads Azure Functions that are triggered over HTTP.</summary>
internal static class FunctionReader
{
    private static readonly string[] AnyMethod = ["GET", "POST"];

    public static IReadOnlyList<EndpointFact> Read(string path, SourceNodes nodes) => [.. nodes.Methods.SelectMany(m => Of(path, m))];

    private static IEnumerable<EndpointFact> Of(string path, MethodDeclarationSyntax method)
    {
        var function = Find(method.AttributeLists, a => a is "Function" or "FunctionName");
        var trigger = method.ParameterList.Parameters.Select(p => Find(p.AttributeLists, a => a == "HttpTrigger")).FirstOrDefault(a => a is not null);
        if (function is null || trigger is null)
        {
            return [];
        }

        var arguments = trigger.ArgumentList?.Arguments ?? default;
        var route = Text(arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Route"))
            ?? Text(function.ArgumentList?.Arguments.FirstOrDefault());
        if (route is null)
        {
            return [];
        }

        var named = arguments.Where(a => a.NameEquals is null).Select(Text).OfType<string>().Select(m => m.ToUpperInvariant()).ToList();
        var type = method.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        var handler = $"{type}.{method.Identifier.ValueText}";
        return (named.Count > 0 ? named : [.. AnyMethod])
            .Select(m => new EndpointFact(m, RouteShape.Of($"/api/{route}"), path, SourceNodes.Line(method.Identifier), handler));
    }

    private static AttributeSyntax? Find(SyntaxList<AttributeListSyntax> lists, Func<string, bool> isIt) =>
        lists.SelectMany(l => l.Attributes).FirstOrDefault(a => isIt(AttributeName.Of(a)));

    private static string? Text(AttributeArgumentSyntax? argument) =>
        argument?.Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;
}
