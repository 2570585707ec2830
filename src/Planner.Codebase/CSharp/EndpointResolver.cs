using System.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>
/// Brings what the files say about routes together: prefixes of callers, constants, routes of base controllers.
/// A route that syntax does not tell is left out and counted, never guessed.
/// </summary>
internal sealed class EndpointResolver
{
    private const int DeepestCalls = 8;

    private const int MostPrefixes = 20;

    private readonly Dictionary<string, string?> constants = new(StringComparer.Ordinal);
    private readonly ILookup<string, RouteCall> calls;
    private readonly ILookup<string, RouteHome> homes;
    private readonly ControllerRoutes controllers;
    private readonly Limitations missed;

    public EndpointResolver(IReadOnlyList<(string Path, SourceFacts Facts)> files, Limitations missed)
    {
        this.missed = missed;
        foreach (var (name, value) in files.SelectMany(f => f.Facts.Constants))
        {
            Remember(name, value);
            Remember(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], value);
        }

        calls = files.SelectMany(f => f.Facts.Routes.Calls).ToLookup(c => c.Method, StringComparer.Ordinal);
        homes = files.SelectMany(f => f.Facts.Routes.Mapped.Select(m => m.Home).Concat(f.Facts.Routes.Calls.Select(c => c.Home)))
            .Distinct().ToLookup(h => h.Method, StringComparer.Ordinal);
        controllers = new ControllerRoutes(files.SelectMany(f => f.Facts.Routes.Controllers));
    }

    public IEnumerable<EndpointFact> Endpoints(string path, SourceFacts facts) =>
        [.. facts.Routes.Mapped.SelectMany(m => Of(path, m)),
            .. facts.Routes.Controllers.SelectMany(c => Of(path, c)),
            .. facts.Routes.Functions];

    private void Remember(string name, string value) =>
        constants[name] = !constants.TryGetValue(name, out var known) || known == value ? value : null;

    private IEnumerable<EndpointFact> Of(string path, RouteDraft draft)
    {
        if (Text(draft.Route.Parts, draft.Home.Type) is not { } own)
        {
            missed.Add("Routes that are computed were left out", path);
            return [];
        }

        var prefixes = draft.Route.FromCaller ? Prefixes(draft.Home, 0) : [""];
        return prefixes.Select(p => new EndpointFact(draft.Method, RouteShape.Of($"{p}/{own}"), path, draft.Line, draft.Handler) { Access = draft.Access });
    }

    private IReadOnlyList<string> Prefixes(RouteHome home, int depth)
    {
        if (depth >= DeepestCalls)
        {
            return [""];
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var call in calls[home.Method].Where(c => IsMeant(c, home)).TakeWhile(_ => found.Count < MostPrefixes))
        {
            if (Text(call.Prefix.Parts, call.Home.Type) is { } own)
            {
                IReadOnlyList<string> before = call.Prefix.FromCaller && call.Home != home ? Prefixes(call.Home, depth + 1) : [""];
                found.UnionWith(before.Select(b => $"{b}/{own}"));
            }
        }

        return found.Count == 0 ? [""] : [.. found];
    }

    /// <summary>A call of a class by name means that class, where it has such a method.</summary>
    private bool IsMeant(RouteCall call, RouteHome home) =>
        call.Qualifier is null || call.Qualifier == home.Type || !homes[home.Method].Any(h => h.Type == call.Qualifier);

    private IEnumerable<EndpointFact> Of(string path, ControllerDraft controller)
    {
        if (controller.IsAbstract)
        {
            yield break;
        }

        foreach (var action in controller.Actions)
        {
            foreach (var parts in controllers.Of(controller, action))
            {
                if (Text(parts, controller.Name) is { } route)
                {
                    var shaped = RouteShape.Of(ControllerRoutes.Tokens(route, controller.Name, action.Name));
                    yield return new EndpointFact(action.Method, shaped, path, action.Line, $"{controller.Name}.{action.Name}")
                    {
                        Access = action.Access
                        ?? controllers.AccessOf(controller)
                    };
                }
                else
                {
                    missed.Add("Routes that are computed were left out", path);
                }
            }
        }
    }

    private string? Text(IReadOnlyList<RoutePart> parts, string type)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var piece = part.IsName ? constants.GetValueOrDefault($"{type}.{part.Text}") ?? constants.GetValueOrDefault(part.Text) : part.Text;
            if (piece is null)
            {
                return null;
            }

            text.Append(piece);
        }

        return text.ToString();
    }
}
