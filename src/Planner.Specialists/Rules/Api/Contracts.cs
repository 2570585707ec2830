using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Api;

/// <summary>Which OpenAPI document describes endpoints: where a contract lies in parts, the part with the nearest routes.</summary>
internal static class Contracts
{
    /// <summary>The document's path, or null where there is none.</summary>
    public static string? For(RuleContext brief, IReadOnlyList<EndpointChange> endpoints) => brief.Grounding.Conventions.Contracts
        .Where(c => brief.Files.Exists(c.Path))
        .OrderByDescending(c =>
            endpoints.Sum(e => c.Operations.Select(o => Common(o[(o.IndexOf(' ', StringComparison.Ordinal) + 1)..], e.Route)).DefaultIfEmpty(0).Max()))
        .ThenByDescending(c => c.Operations.Count)
        .ThenBy(c => c.Path, StringComparer.Ordinal)
        .Select(c => c.Path)
        .FirstOrDefault();

    private static int Common(string one, string other) => one.Split('/').Zip(other.Split('/'))
        .TakeWhile(p => p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase) || (p.First.StartsWith('{') && p.Second.StartsWith('{')))
        .Count();
}
