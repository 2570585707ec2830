using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>
/// Operations that a criterion asks of the API in words ("can be deleted over the API"): the method that its verb means on
/// the route of the resource that it names, where the code base serves that resource and not yet that method.
/// </summary>
internal static class AskedOperations
{
    private static readonly (string Method, string[] Verbs)[] Verbs =
    [
        ("DELETE", ["delete", "deleted", "deletes", "deleting", "remove", "removed", "removes", "removing"]),
        ("POST", ["create", "created", "creates", "creating", "add", "added", "adds", "adding"]),
        ("PUT", ["update", "updated", "updates", "updating", "change", "changed", "changes", "edit", "edited"]),
        ("GET", ["list", "listed", "lists", "read", "fetch", "fetched", "retrieve", "retrieved", "get"]),
    ];

    private static readonly string[] Interface = Lexicon.Words("reading", "interface");

    /// <summary>Those that are not there yet.</summary>
    public static IReadOnlyList<NewEndpoint> Missing(TicketGrounding grounding, IReadOnlyList<AcceptanceCriterion> criteria) =>
        [.. All(grounding, criteria).Where(e => !grounding.Inventory.Endpoints.Contains(e.Text, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Those that are there, and so change.</summary>
    public static IReadOnlyList<EndpointFact> Present(TicketGrounding grounding, IReadOnlyList<AcceptanceCriterion> criteria)
    {
        var asked = All(grounding, criteria).Select(e => e.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. grounding.Endpoints.Where(e => asked.Contains($"{e.Method} {e.Route}"))];
    }

    /// <summary>True where the text speaks of what the operation does, and of what it does it to.</summary>
    public static bool Speaks(string text, NewEndpoint operation) =>
        Array.Exists(Verbs, v => v.Method == operation.Method && Words.Any(text, v.Verbs)) && Words.Overlap(Resource(operation.Route), text) > 0;

    private static IEnumerable<NewEndpoint> All(TicketGrounding grounding, IReadOnlyList<AcceptanceCriterion> criteria) =>
        criteria.Where(c => Words.Any(c.Text, Interface)).Select(c => Asked(grounding, c.Text)).OfType<NewEndpoint>().Distinct();

    private static NewEndpoint? Asked(TicketGrounding grounding, string text)
    {
        var verbs = Verbs.Where(v => Words.Any(text, v.Verbs)).Select(v => v.Method).ToList();
        if (verbs is not [var method])
        {
            return null;
        }

        var route = grounding.Endpoints
            .Where(e => IsOne(e.Route) == method is "DELETE" or "PUT")
            .Select(e => (e.Route, Words: Words.Overlap(Resource(e.Route), text), All: Words.Overlap(e.Route, text)))
            .Where(e => e.Words > 0)
            .OrderByDescending(e => e.Words)
            .ThenByDescending(e => e.All)
            .ThenByDescending(e => IsForPrograms(e.Route))
            .ThenBy(e => e.Route.Length)
            .ThenBy(e => e.Route, StringComparer.Ordinal)
            .Select(e => e.Route)
            .FirstOrDefault();
        return route is null ? null : new NewEndpoint(method, route);
    }

    /// <summary>The last named part of a route: what it serves.</summary>
    private static string Resource(string route) => route.Split('/').LastOrDefault(s => s.Length > 0 && s[0] != '{') ?? "";

    /// <summary>One thing of its kind, by its identifier.</summary>
    private static bool IsOne(string route) => route.EndsWith('}');

    /// <summary>Routes below <c>/api</c> are the interface that other programs know.</summary>
    private static bool IsForPrograms(string route) => route.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);
}
