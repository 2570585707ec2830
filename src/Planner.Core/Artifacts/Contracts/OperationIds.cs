using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>Names for operations, told by method and route: <c>listOrderReturns</c>, <c>createOrder</c>, <c>cancelOrder</c>.</summary>
internal static partial class OperationIds
{
    /// <summary>A name for each endpoint, in their order; each name once.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<EndpointChange> endpoints)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. endpoints.Select(e => Free(Name(e), taken))];
    }

    /// <summary>What the last part of the route names, in the singular: <c>Return</c> for <c>/orders/{id}/returns</c>.</summary>
    public static string Resource(string route) => Words.Pascal(Words.Singular(Parts(route).LastOrDefault(p => !IsParameter(p)) ?? "root"));

    private static string Free(string name, HashSet<string> taken)
    {
        var number = 1;
        var free = name;
        while (!taken.Add(free))
        {
            free = $"{name}{++number}";
        }

        return free;
    }

    private static string Name(EndpointChange endpoint)
    {
        var parts = Parts(endpoint.Route);
        var names = parts.Where(p => !IsParameter(p)).ToList();
        var last = names.LastOrDefault() ?? "root";
        var onOne = parts.Count > 0 && IsParameter(parts[^1]);
        var owners = string.Concat(names.SkipLast(1).Select(n => Words.Pascal(Words.Singular(n))));
        if (endpoint.Method == "POST" && names.Count > 1 && !onOne && !last.EndsWith('s'))
        {
            return (Words.Camel(last) is { Length: > 0 } verb ? verb : "call") + owners;
        }

        var many = endpoint.Method == "GET" && !onOne && Words.Singular(last) != last;
        return Verb(endpoint.Method, many) + owners + Words.Pascal(many ? last : Words.Singular(last));
    }

    private static string Verb(string method, bool many) => method switch
    {
        "GET" => many ? "list" : "get",
        "POST" => "create",
        "PUT" => "replace",
        "PATCH" => "update",
        _ => method.ToLowerInvariant(),
    };

    /// <summary>Without what stands before every route, like <c>api</c> and <c>v1</c>.</summary>
    private static List<string> Parts(string route) =>
        [.. route
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(p => p.Equals("api", StringComparison.OrdinalIgnoreCase) || Version().IsMatch(p))];

    private static bool IsParameter(string part) => part.StartsWith('{');

    [GeneratedRegex(@"\Av[0-9]+\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
