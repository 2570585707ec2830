using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Practices;

/// <summary>
/// Finds the controller behind an operation that a document describes and whose route the code computes: the one that is called
/// like the last resource of the route. An operation without such a controller is no endpoint of this code.
/// </summary>
internal static class DocumentedEndpoints
{
    private const string Controller = "Controller";

    public static IEnumerable<EndpointFact> Missing(IReadOnlyList<ContractFact> contracts, IReadOnlyList<EndpointFact> known, IEnumerable<TypeFact> types)
    {
        var served = known.Select(e => Shape(e.Method, e.Route)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var controllers = types
            .Where(t => t.Kind == "class" && t.Name.Length > Controller.Length && t.Name.EndsWith(Controller, StringComparison.Ordinal))
            .GroupBy(t => Stem(t.Name[..^Controller.Length]), StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(t => t.File).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var operation in contracts.SelectMany(c => c.Operations).Distinct(StringComparer.Ordinal))
        {
            var space = operation.IndexOf(' ', StringComparison.Ordinal);
            var (method, route) = (operation[..space], operation[(space + 1)..]);
            if (served.Add(Shape(method, route)) && Home(route, controllers) is { } home)
            {
                yield return new EndpointFact(method, route, home.File, home.Line, home.Name);
            }
        }
    }

    private static TypeFact? Home(string route, Dictionary<string, TypeFact> controllers) => route.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Where(s => s[0] != '{')
        .Reverse()
        .Select(s => controllers.GetValueOrDefault(Stem(s)))
        .FirstOrDefault(t => t is not null);

    private static string Stem(string name) => Nouns.Singular(name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

    private static string Shape(string method, string route) =>
        method + " " + string.Join('/', route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s[0] == '{' ? "{}" : s));
}
