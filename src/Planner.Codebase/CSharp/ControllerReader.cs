using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>Reads controllers: route templates on classes and verbs on actions.</summary>
internal static class ControllerReader
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["HttpGet"] = "GET",
        ["HttpPost"] = "POST",
        ["HttpPut"] = "PUT",
        ["HttpPatch"] = "PATCH",
        ["HttpDelete"] = "DELETE",
        ["HttpHead"] = "HEAD",
        ["HttpOptions"] = "OPTIONS",
    };

    public static IReadOnlyList<ControllerDraft> Read(SourceNodes nodes) =>
        [.. nodes.Types.OfType<ClassDeclarationSyntax>().Select(Draft).OfType<ControllerDraft>()];

    private static ControllerDraft? Draft(ClassDeclarationSyntax type)
    {
        var actions = type.Members.OfType<MethodDeclarationSyntax>().SelectMany(Actions).ToList();
        var routes = Routes(type.AttributeLists);
        var access = AccessReader.Of(type.AttributeLists);
        return actions.Count == 0 && routes.Count == 0 && access is null
            ? null
            : new ControllerDraft(
                type.Identifier.ValueText,
                type.Modifiers.Any(SyntaxKind.AbstractKeyword),
                type.BaseList is null ? [] : [.. type.BaseList.Types.Select(b => TypeReader.NameOf(b.Type))],
                routes,
                actions)
            {
                Access = access,
            };
    }

    private static IEnumerable<ActionDraft> Actions(MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        var line = SourceNodes.Line(method.Identifier);
        var (routes, access) = (Routes(method.AttributeLists), AccessReader.Of(method.AttributeLists));
        foreach (var attribute in method.AttributeLists.SelectMany(l => l.Attributes))
        {
            if (Verbs.TryGetValue(AttributeName.Of(attribute), out var verb))
            {
                foreach (var template in Templates(attribute, routes))
                {
                    yield return new ActionDraft(name, verb, template, line, access);
                }
            }
        }
    }

    /// <summary>A verb without a template of its own serves each route of the action.</summary>
    private static IEnumerable<IReadOnlyList<RoutePart>?> Templates(AttributeSyntax verb, List<IReadOnlyList<RoutePart>> routes)
    {
        var own = Template(verb);
        return own is null && routes.Count > 0 ? routes : new IReadOnlyList<RoutePart>?[] { own };
    }

    private static List<IReadOnlyList<RoutePart>> Routes(SyntaxList<AttributeListSyntax> lists) =>
        [.. lists.SelectMany(l => l.Attributes).Where(a => AttributeName.Of(a) == "Route").Select(Template).OfType<IReadOnlyList<RoutePart>>()];

    private static IReadOnlyList<RoutePart>? Template(AttributeSyntax attribute)
    {
        var first = attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null && a.NameColon?.Name.Identifier.ValueText is null or "template");
        return first is null ? null : RouteText.Of(first.Expression) ?? [new RoutePart("?", IsName: true)];
    }
}
