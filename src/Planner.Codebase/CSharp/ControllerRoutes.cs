namespace Planner.Codebase.CSharp;

/// <summary>Joins an action's template with those of its controller or the controller's bases.</summary>
internal sealed class ControllerRoutes(IEnumerable<ControllerDraft> drafts)
{
    private const int DeepestBase = 5;

    private readonly ILookup<string, ControllerDraft> byName = drafts.ToLookup(d => d.Name, StringComparer.Ordinal);

    public IEnumerable<IReadOnlyList<RoutePart>> Of(ControllerDraft controller, ActionDraft action)
    {
        if (action.Template is [{ IsName: false, Text: ['/', ..] or ['~', '/', ..] } first, ..])
        {
            return [[first with { Text = first.Text.TrimStart('~') }, .. action.Template.Skip(1)]];
        }

        var routes = RoutesOf(controller, 0);
        if (routes.Count == 0)
        {
            return action.Template is null ? [] : [action.Template];
        }

        return routes.Select(r => (IReadOnlyList<RoutePart>)[.. r, new RoutePart("/", IsName: false), .. action.Template ?? []]);
    }

    /// <summary>What the class or the nearest of its bases states about who may call.</summary>
    public string? AccessOf(ControllerDraft controller, int depth = 0) => controller.Access is not null || depth >= DeepestBase
        ? controller.Access
        : controller.Bases.SelectMany(b => byName[b]).Select(b => AccessOf(b, depth + 1)).FirstOrDefault(a => a is not null);

    public static string Tokens(string route, string controller, string action)
    {
        const string ending = "Controller";
        var name = controller.EndsWith(ending, StringComparison.Ordinal) ? controller[..^ending.Length] : controller;
        var act = action.EndsWith("Async", StringComparison.Ordinal) ? action[..^"Async".Length] : action;
        return route
            .Replace("[controller]", name.ToLowerInvariant(), StringComparison.OrdinalIgnoreCase)
            .Replace("[action]", act, StringComparison.OrdinalIgnoreCase);
    }

    private IReadOnlyList<IReadOnlyList<RoutePart>> RoutesOf(ControllerDraft controller, int depth)
    {
        if (controller.Routes.Count > 0 || depth >= DeepestBase)
        {
            return controller.Routes;
        }

        return controller.Bases.SelectMany(b => byName[b]).Select(b => RoutesOf(b, depth + 1)).FirstOrDefault(r => r.Count > 0) ?? [];
    }
}
