using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>The endpoint nearest to a new one: the longest common route, the same method where there is a choice.</summary>
internal static class Siblings
{
    public static EndpointFact? Of(NewEndpoint endpoint, TicketFacts brief) => brief.Grounding.Endpoints
        .Select(e => (Endpoint: e, Common: Common(e.Route, endpoint.Route)))
        .OrderByDescending(p => p.Common)
        .ThenByDescending(p => p.Endpoint.Method == endpoint.Method)
        .ThenBy(p => p.Endpoint.Route, StringComparer.Ordinal)
        .Select(p => p.Endpoint)
        .FirstOrDefault();

    /// <summary>
    /// The endpoint whose rule of who may call fits best: in the sibling's file, one that changes things as the new one does, and
    /// says who may.
    /// </summary>
    public static EndpointFact? Guarded(NewEndpoint endpoint, EndpointFact? sibling, TicketFacts brief) =>
        endpoint.Method == "GET" || sibling is null ? sibling : brief.Grounding.Endpoints
        .Where(e => e.File == sibling.File && e.Method != "GET" && e.Access is not null)
        .OrderByDescending(e => e.Method == endpoint.Method)
        .ThenByDescending(e => Common(e.Route, endpoint.Route))
        .ThenBy(e => e.Route, StringComparer.Ordinal)
        .FirstOrDefault() ?? sibling;

    /// <summary>The handler's file: the sibling's where both share a resource, else a new one named like it.</summary>
    public static string? File(NewEndpoint endpoint, TicketFacts brief)
    {
        if (Of(endpoint, brief) is not { } sibling)
        {
            return null;
        }

        if (Shared(endpoint, sibling) || endpoint.Segments.Count == 0)
        {
            return sibling.File;
        }

        var name = PathParts.Name(sibling.File);
        var suffix = new[] { "Controller.cs", "Endpoints.cs", "Module.cs", "Api.cs" }.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal));
        var resource = endpoint.Segments.First(s => s is not "api" && !IsVersion(s));
        return suffix is null ? sibling.File : Files.Beside(sibling.File, Words.Pascal(Follows(name, suffix) ? resource : Words.Singular(resource)) + suffix);
    }

    private static bool Shared(NewEndpoint endpoint, EndpointFact sibling)
    {
        var own = endpoint.Segments.FirstOrDefault(s => s is not "api" && !IsVersion(s));
        return own is not null && sibling.Route.Split('/').Contains(own, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True where files are named in the plural, like <c>CustomersController.cs</c>.</summary>
    private static bool Follows(string name, string suffix) => name[..^suffix.Length] is var stem && Words.Singular(stem) != stem;

    private static bool IsVersion(string segment) => segment.Length > 1 && segment[0] is 'v' or 'V' && segment[1..].All(char.IsAsciiDigit);

    private static int Common(string one, string other)
    {
        var (a, b) = (one.Split('/'), other.Split('/'));
        return a.Zip(b)
            .TakeWhile(p => p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase) || (p.First.StartsWith('{') && p.Second.StartsWith('{')))
            .Count();
    }
}
