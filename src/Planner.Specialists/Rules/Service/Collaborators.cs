using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Service;

/// <summary>What changes with a type: what it uses, where the ticket's words point there as well.</summary>
internal static class Collaborators
{
    /// <summary>Of two files that are both this likely, and of which one uses the other, the other one changed too in two of three past tickets.</summary>
    private const double Likely = 0.8;

    private const int Most = 3;

    /// <summary>Types in other files, the likeliest first.</summary>
    public static IReadOnlyList<TypeFact> Of(TypeFact home, RuleContext brief) => [.. brief.Grounding.Types
        .Where(t => t.File != home.File
            && home.Uses.Contains(t.Name, StringComparer.Ordinal)
            && brief.Files.Score(t.File) >= Likely
            && !brief.Files.IsTest(t.File)
            && !IsShown(t))
        .OrderByDescending(t => brief.Files.Score(t.File)).ThenBy(t => t.File, StringComparer.Ordinal).ThenBy(t => t.Line)
        .DistinctBy(t => t.File)
        .Take(Most)];

    /// <summary>What shows something is called like what it shows, and is rarely what the code means by that name.</summary>
    private static bool IsShown(TypeFact type) => type.Bases.Any(b => b is "ViewComponent" or "TagHelper" or "ComponentBase");
}
