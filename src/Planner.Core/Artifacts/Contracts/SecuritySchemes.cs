using System.Text.Json.Nodes;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Paths;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>How callers prove who they are, where the plan, the packages or the types of the code base tell it. Nothing is guessed.</summary>
internal static class SecuritySchemes
{
    /// <summary>The scheme's name and declaration, or null where nothing tells it.</summary>
    public static (string Name, JsonObject Scheme)? Of(Plan plan, ApiDesign design)
    {
        var names = plan.Grounding.Projects.SelectMany(p => p.Packages)
            .Concat(plan.Grounding.Registrations.SelectMany(r => new[] { r.Service, r.Implementation }))
            .Concat(plan.Grounding.Inventory.Paths.Where(p => p.EndsWith(".cs", StringComparison.Ordinal)).Select(p => PathParts.Name(p)[..^3]))
            .ToList();
        var words = string.Join('\n', design.Endpoints.Select(e => e.Authorization).Concat(plan.Criteria.Items.Select(c => c.Text)));
        if (names.Exists(n => n.EndsWith("JwtBearer", StringComparison.Ordinal) || IsHandler(n, "Bearer", "Jwt", "AccessToken"))
            || words.Contains("bearer", StringComparison.OrdinalIgnoreCase))
        {
            return ("bearer", new JsonObject { ["type"] = "http", ["scheme"] = "bearer" });
        }

        return names.Exists(n => IsHandler(n, "ApiKey")) || words.Contains("X-Api-Key", StringComparison.OrdinalIgnoreCase)
            ? ("apiKey", new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key" })
            : null;
    }

    /// <summary>A type or package that, by its name, proves who a caller is in such a way.</summary>
    private static bool IsHandler(string name, params IReadOnlyList<string> ways) =>
        ways.Any(w => name.Contains(w, StringComparison.Ordinal))
        && (name.Contains("Authentication", StringComparison.Ordinal)
            || name.EndsWith("Handler", StringComparison.Ordinal)
            || name.EndsWith("Middleware", StringComparison.Ordinal));

    /// <summary>Whether an endpoint turns away callers that it does not know.</summary>
    public static bool IsGuarded(EndpointChange endpoint) => endpoint.Errors.Any(e => e.Status == 401);
}
