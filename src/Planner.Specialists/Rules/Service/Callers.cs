using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Service;

/// <summary>Who calls a type, directly or through its interfaces. Who only registers it does not.</summary>
internal static class Callers
{
    public static IReadOnlyList<string> Of(TypeFact type, RuleContext brief)
    {
        var known = Names(type, brief);
        var registering = brief.Grounding.Registrations
            .Where(r => known.Contains(r.Service) || known.Contains(r.Implementation))
            .Select(r => r.File)
            .ToHashSet(StringComparer.Ordinal);
        return [.. brief.Grounding.Types
            .Where(t => t.Name != type.Name && !registering.Contains(t.File) && !brief.Files.IsTest(t.File) && t.Uses.Any(known.Contains))
            .Select(t => t.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    private static HashSet<string> Names(TypeFact type, RuleContext brief) =>
        [type.Name, .. type.Bases.Where(b => brief.Grounding.Types.Any(t => t.Name == b && t.Kind == "interface"))];
}
