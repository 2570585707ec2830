using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Service;

/// <summary>Files where neighbours are registered; a new type is registered beside them.</summary>
internal static class Registrations
{
    public static IReadOnlyList<string> Of(RuleContext brief, params IReadOnlyList<TypeFact?> neighbours) =>
        [.. Facts(brief, neighbours).Select(r => r.File).Distinct(StringComparer.Ordinal).Take(1)];

    /// <summary>How and where, in words; empty where none was found.</summary>
    public static string Words(RuleContext brief, string type, params IReadOnlyList<TypeFact?> neighbours) =>
        Facts(brief, neighbours).FirstOrDefault() is { } near
            ? $" Register `{type}` as {near.Lifetime.ToLowerInvariant()} beside `{near.Implementation}` ({near.File}:{near.Line})."
            : "";

    private static IEnumerable<RegistrationFact> Facts(RuleContext brief, IReadOnlyList<TypeFact?> neighbours) => brief.Grounding.Registrations
        .Where(r => neighbours.Any(n => n is not null && (r.Service == n.Name || r.Implementation == n.Name)));
}
